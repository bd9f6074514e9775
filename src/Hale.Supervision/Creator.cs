using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>
/// Builds and creates: what needs no build is created at once, so that it starts while the rest builds. Compose is always given
/// services together with all that they depend on, since it writes those into the containers' labels.
/// </summary>
internal sealed class Creator(IComposer composer, IContainerEngine engine, IStage stage, Gates gates)
{
    private string? _refusal;

    /// <summary>Why something could not be built or created; null when everything was.</summary>
    public string? Refusal => _refusal;

    /// <summary>The last lines of what refused.</summary>
    public IReadOnlyList<string> Seen { get; private set; } = [];

    public async Task RunAsync(BringupPlan plan, CancellationToken stop)
    {
        var names = plan.Services.Select(service => service.Name).ToHashSet();
        if (!plan.Create)
        {
            Open(names, plan.Existing);
            return;
        }

        var building = BuildAsync(plan, stop);
        var early = new DependencyGraph(plan.Stack).ClosedWithin([.. names.Except(plan.Build)]);
        if (plan.Build.Count > 0 && early.Count > 0)
        {
            await CreateAsync(plan, early, names: early, stop).ConfigureAwait(false);
        }

        var built = await building.ConfigureAwait(false);
        if (built)
        {
            await CreateAsync(plan, plan.Everything ? null : [.. names], [.. names], stop).ConfigureAwait(false);
        }

        foreach (var left in names)
        {
            gates.Created(left, new Creation([], _refusal ?? "Compose made no container for it"));
        }
    }

    private async Task<bool> BuildAsync(BringupPlan plan, CancellationToken stop)
    {
        if (plan.Build.Count == 0)
        {
            return true;
        }

        stage.Tell(new PhaseBegan(stage.Now, RunPhase.Build));
        foreach (var name in plan.Build)
        {
            stage.Tell(new ServiceMoved(stage.Now, name, ServicePhase.Building, "", []));
        }

        var answer = await composer.BuildAsync(plan.Build, plan.WithoutCache, TellStep, stop).ConfigureAwait(false);
        stage.Tell(new PhaseEnded(stage.Now, RunPhase.Build));
        return answer.Done || Refuse("an image could not be built", answer);
    }

    private void TellStep(BuildStep step) =>
        stage.Tell(new BuildStepEnded(stage.Now, step.Service, step.Name, step.Cached, step.Took));

    private async Task CreateAsync(BringupPlan plan, IReadOnlyList<string>? ask, IReadOnlyList<string> names, CancellationToken stop)
    {
        stage.Tell(new PhaseBegan(stage.Now, RunPhase.Create));
        foreach (var name in names.Where(name => !gates.IsCreated(name)))
        {
            stage.Tell(new ServiceMoved(stage.Now, name, ServicePhase.Creating, "", []));
        }

        var answer = await composer.CreateAsync(ask, stop).ConfigureAwait(false);
        stage.Tell(new PhaseEnded(stage.Now, RunPhase.Create));
        if (answer.Done || Refuse("Compose could not create the containers", answer))
        {
            Open(names, await engine.ListAsync(plan.Stack.Name, stop).ConfigureAwait(false));
        }
    }

    private void Open(IEnumerable<string> names, IReadOnlyList<Container> containers)
    {
        var byService = containers.ToLookup(container => container.Service);
        foreach (var name in names)
        {
            gates.Created(name, new Creation([.. byService[name]], null));
        }
    }

    private bool Refuse(string what, ComposeAnswer answer)
    {
        _refusal ??= what;
        Seen = Seen.Count > 0 ? Seen : answer.Errors;
        return false;
    }
}
