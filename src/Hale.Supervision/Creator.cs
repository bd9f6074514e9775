using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>
/// Builds and creates: what needs no build is created at once, so that it starts while the rest builds. Compose is always given
/// services together with all that they depend on, since it writes those into the containers' labels.
/// </summary>
internal sealed class Creator(BringupPlan plan, IComposer composer, IContainerEngine engine, IStage stage, Gates gates)
{
    private readonly HashSet<string> _notBuilt = [];
    private readonly List<BuildStep> _failedSteps = [];
    // BuildKit's word for a step that it ended since another one had failed.
    private const string BrokenOff = "context canceled";

    private string? _refusal;

    /// <summary>Why something could not be built or created; null when everything was.</summary>
    public string? Refusal => _refusal;

    /// <summary>The build steps that failed by themselves, and not because another one did.</summary>
    public IReadOnlyList<BuildStep> FailedSteps => _failedSteps;

    /// <summary>The last lines of what refused.</summary>
    public IReadOnlyList<string> Seen { get; private set; } = [];

    public async Task RunAsync(CancellationToken stop)
    {
        var names = plan.Services.Select(service => service.Name).ToHashSet();
        if (!plan.Create)
        {
            Open(names, plan.Existing);
            return;
        }

        var building = BuildAsync(stop);
        var early = new DependencyGraph(plan.Stack).ClosedWithin([.. names.Except(plan.Build)]);
        var creatingEarly = plan.Build.Count > 0 && early.Count > 0 ? CreateAsync(early, early, stop) : Task.CompletedTask;
        await Task.WhenAll(building, creatingEarly).ConfigureAwait(false);
        if (await building.ConfigureAwait(false))
        {
            await ReplaceBuiltAsync(stop).ConfigureAwait(false);
            await CreateAsync(plan.Everything ? null : [.. names], [.. names], stop).ConfigureAwait(false);
        }

        foreach (var left in names)
        {
            gates.Created(left, new Creation([], ReasonFor(left)));
        }
    }

    // Asked for the whole stack at once, Compose makes anew whatever depends on a container that it makes anew, though nothing of it changed.
    private async Task ReplaceBuiltAsync(CancellationToken stop)
    {
        var there = plan.Existing.Select(container => container.Service).ToHashSet();
        var graph = new DependencyGraph(plan.Stack);
        foreach (var name in plan.Build.Where(there.Contains).OrderBy(graph.DepthOf))
        {
            await CreateAsync([name], [], stop).ConfigureAwait(false);
        }
    }

    private async Task<bool> BuildAsync(CancellationToken stop)
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

        string[] rest = [.. plan.Build.Except(plan.BuildAnew)];
        var answer = await composer.BuildAsync(rest, plan.WithoutCache, TellStep, stop).ConfigureAwait(false);
        if (answer.Done && rest.Length < plan.Build.Count)
        {
            answer = await composer.BuildAsync([.. plan.Build.Intersect(plan.BuildAnew)], withoutCache: true, TellStep, stop).ConfigureAwait(false);
        }

        stop.ThrowIfCancellationRequested();
        stage.Tell(new PhaseEnded(stage.Now, RunPhase.Build));
        return answer.Done || Refuse("an image could not be built", answer.Errors);
    }

    private void TellStep(BuildStep step)
    {
        if (step.Error is { } error)
        {
            lock (_notBuilt)
            {
                if (step.Service is { } service)
                {
                    _notBuilt.Add(service);
                }

                if (!error.Contains(BrokenOff, StringComparison.Ordinal) && _failedSteps.TrueForAll(before => before.Name != step.Name))
                {
                    _failedSteps.Add(step);
                }
            }
        }

        stage.Tell(new BuildStepEnded(stage.Now, step.Service, step.Name, step.Cached, step.Took));
    }

    private async Task CreateAsync(IReadOnlyList<string>? ask, IReadOnlyList<string> names, CancellationToken stop)
    {
        stage.Tell(new PhaseBegan(stage.Now, RunPhase.Create));
        foreach (var name in names.Where(name => !gates.IsCreated(name)))
        {
            stage.Tell(new ServiceMoved(stage.Now, name, ServicePhase.Creating, "", []));
        }

        var answer = await composer.CreateAsync(ask, stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        stage.Tell(new PhaseEnded(stage.Now, RunPhase.Create));
        if (!answer.Done)
        {
            Refuse("Compose could not create the containers", answer.Errors);
            return;
        }

        try
        {
            Open(names, await engine.ListAsync(plan.Stack.Name, stop).ConfigureAwait(false));
        }
        catch (EngineException refusal)
        {
            Refuse("the engine did not list the containers", [refusal.Message]);
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

    private string ReasonFor(string service)
    {
        lock (_notBuilt)
        {
            return _refusal is null ? "Compose made no container for it"
                : _notBuilt.Contains(service) ? "its image could not be built"
                : _notBuilt.Count > 0 ? $"the image of {string.Join(", ", _notBuilt.Order(StringComparer.Ordinal).Select(name => $"'{name}'"))} could not be built"
                : _refusal;
        }
    }

    private bool Refuse(string what, IReadOnlyList<string> seen)
    {
        _refusal ??= what;
        Seen = Seen.Count > 0 ? Seen : seen;
        return false;
    }
}
