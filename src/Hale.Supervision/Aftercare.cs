using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>
/// Looks again, by their own health commands, at the services that ran on while something that they need was started again: they may hold
/// connections to what is no longer there. Most recover by themselves; only one that does not is told of.
/// </summary>
internal sealed class Aftercare(IContainerEngine engine, KnownContainers known, Action<Trouble> tell, TimeProvider clock)
{
    private const int EnoughPasses = 2;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ToBecomeReady = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ToRecover = TimeSpan.FromSeconds(10);

    /// <summary>Looks at the dependents of a service that has come back.</summary>
    public void Begin(Known back, Stack stack, CancellationToken stop)
    {
        var dependents = stack.Services.Where(service => service.DependsOn.Any(on => on.Service == back.Service)).Select(service => service.Name).ToHashSet();
        Known[] older = [.. known.All.Where(one => one is { Runs: true, Check: not null } && dependents.Contains(one.Service) && one.StartedAt < back.StartedAt)];
        if (older.Length > 0)
        {
            _ = CareAsync(back, older, stop);
        }
    }

    private async Task CareAsync(Known back, Known[] dependents, CancellationToken stop)
    {
        try
        {
            if (await PassesWithinAsync(back, ToBecomeReady, 1, stop).ConfigureAwait(false) is true)
            {
                await Task.WhenAll(dependents.Select(one => LookAsync(one, back, stop))).ConfigureAwait(false);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or EngineException)
        {
            // The watching is over, or the engine went away, which is told elsewhere.
        }
    }

    private async Task LookAsync(Known one, Known back, CancellationToken stop)
    {
        if (await PassesWithinAsync(one, ToRecover, EnoughPasses, stop).ConfigureAwait(false) is false)
        {
            tell(new Trouble(TroubleKind.Shaken, one.Service, $"does not recover from the restart of '{back.Service}', by its own health check") { ContainerId = one.Id });
        }
    }

    /// <returns>Null when it ended or was started anew meanwhile, which is another matter.</returns>
    private async Task<bool?> PassesWithinAsync(Known one, TimeSpan limit, int enough, CancellationToken stop)
    {
        var passes = 0;
        for (var began = clock.GetTimestamp(); known.Lives(one);)
        {
            passes = one.Check is not { } check || (await engine.ProbeAsync(one.Id, check.Command, check.Timeout, stop).ConfigureAwait(false)).Passed ? passes + 1 : 0;
            if (passes >= enough || clock.GetElapsedTime(began) > limit)
            {
                return passes >= enough;
            }

            await Task.Delay(BetweenLooks, clock, stop).ConfigureAwait(false);
        }

        return null;
    }
}
