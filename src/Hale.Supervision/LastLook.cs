using Hale.Kernel.Engines;
using Hale.Kernel.Runs;

namespace Hale.Supervision;

/// <summary>Once everything was judged, one question for all that were started: their ports of the host, and who has ended since it was ready.</summary>
internal sealed class LastLook(BringupPlan plan, IContainerEngine engine, IStage stage)
{
    public async Task<IReadOnlyList<ServiceOutcome>> AtAsync(IReadOnlyList<ServiceOutcome> outcomes, CancellationToken stop)
    {
        if (!outcomes.Any(outcome => outcome is { Good: true, StartedNow: true }))
        {
            return outcomes;
        }

        try
        {
            var now = (await engine.ListAsync(plan.Stack.Name, stop).ConfigureAwait(false)).Where(container => !container.OneOff).ToLookup(container => container.Service);
            return await Task.WhenAll(outcomes.Select(outcome => outcome.StartedNow ? SinceAsync(outcome, [.. now[outcome.Service]], stop) : Task.FromResult(outcome))).ConfigureAwait(false);
        }
        catch (EngineException refusal)
        {
            stage.Tell(new Noted(stage.Now, $"what was started could not be looked at again: {refusal.Message}"));
            return outcomes;
        }
    }

    private async Task<ServiceOutcome> SinceAsync(ServiceOutcome outcome, IReadOnlyList<Container> containers, CancellationToken stop)
    {
        var standing = outcome with { Ports = [.. containers.SelectMany(container => container.Ports)] };
        if (outcome.Phase is not ServicePhase.Ready || containers.FirstOrDefault(container => container.ExitCode is not (null or 0)) is not { } ended)
        {
            return standing;
        }

        var failed = standing with
        {
            Phase = ServicePhase.Failed,
            Says = $"exited with {ended.ExitCode} after it had been ready",
            Tail = await engine.TailAsync(ended.Id, 20, stop).ConfigureAwait(false),
        };
        stage.Tell(new ServiceMoved(stage.Now, failed.Service, failed.Phase, failed.Says, []));
        return failed;
    }
}
