using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>Brings a stack up: every service starts the moment that all it waits for is there, beside all others.</summary>
public sealed class Bringup(IComposer composer, IContainerEngine engine, IProcessSight sight, IStage stage, TimeProvider clock)
{
    private Replaced? _replaced;

    /// <summary>The ids of the containers that have been asked to stop for others to take their place.</summary>
    public IReadOnlyCollection<string> AskedToStop => _replaced?.Asked ?? [];

    public async Task<Outcome> RunAsync(BringupPlan plan, CancellationToken stop)
    {
        var gates = new Gates(plan.Services.Select(service => service.Name));
        var hub = new EventHub(engine, plan.Stack.Name, clock);
        await using var closing = hub.ConfigureAwait(false);
        var stopper = new ContainerStop(engine, sight, hub, clock);
        if (plan.Create)
        {
            hub.Heard += new FirstCreated(plan, engine, gates, stop).Hear;
            _replaced = new Replaced(plan, stopper, stop);
            hub.Heard += _replaced.Hear;
            hub.Open();
        }

        var graph = new DependencyGraph(plan.Stack);
        using var readiness = new Readiness(engine, sight, hub, plan.Pace, clock);
        using var turns = new Turns(clock);
        var creator = new Creator(plan, composer, engine, stage, gates);
        var aftershock = new Aftershock(plan, graph, gates, engine, clock);
        stage.Tell(new PhaseBegan(stage.Now, RunPhase.Start));
        var creating = CreateAsync(creator, plan, gates, stop);
        var starts = Task.WhenAll(plan.Services
            .Select(service => new ServiceStart(service, plan, graph, gates, composer, engine, readiness, stopper, turns, aftershock, stage).RunAsync(stop)));

        await Task.WhenAll(creating, starts).ConfigureAwait(false);
        var outcomes = await new LastLook(plan, engine, stage).AtAsync(await starts.ConfigureAwait(false), stop).ConfigureAwait(false);
        stage.Tell(new PhaseEnded(stage.Now, RunPhase.Start));
        return new Outcome(outcomes, creator.Refusal) { RefusalSeen = creator.Seen, FailedSteps = creator.FailedSteps };
    }

    // Whoever waits for a container that will never be made must not wait for ever.
    private static async Task CreateAsync(Creator creator, BringupPlan plan, Gates gates, CancellationToken stop)
    {
        try
        {
            await creator.RunAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            foreach (var service in plan.Services)
            {
                gates.Created(service.Name, new Creation([], "the creation of the containers was broken off"));
            }
        }
    }
}
