using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>Brings a stack up: every service starts the moment that all it waits for is there, beside all others.</summary>
public sealed class Bringup(IComposer composer, IContainerEngine engine, IProcessSight sight, IStage stage, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(BringupPlan plan, CancellationToken stop)
    {
        var hub = await EventHub.OpenAsync(engine, plan.Stack.Name, clock).ConfigureAwait(false);
        await using var closing = hub.ConfigureAwait(false);
        var graph = new DependencyGraph(plan.Stack);
        var gates = new Gates(plan.Services.Select(service => service.Name));
        var creator = new Creator(composer, engine, stage, gates);
        var readiness = new Readiness(engine, sight, hub, plan.Pace, clock);
        var stopper = new ContainerStop(engine, sight, hub, clock);

        var creating = creator.RunAsync(plan, stop);
        var starts = plan.Services
            .Select(service => new ServiceStart(service, plan, graph, gates, composer, engine, readiness, stopper, stage).RunAsync(stop))
            .ToList();

        stage.Tell(new PhaseBegan(stage.Now, RunPhase.Start));
        try
        {
            await creating.ConfigureAwait(false);
        }
        catch
        {
            // Whoever waits for a container that will never be made must not wait for ever.
            foreach (var service in plan.Services)
            {
                gates.Created(service.Name, new Creation([], "the creation of the containers was broken off"));
            }

            await ((Task)Task.WhenAll(starts)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        var outcomes = await Task.WhenAll(starts).ConfigureAwait(false);
        stage.Tell(new PhaseEnded(stage.Now, RunPhase.Start));
        return new Outcome(outcomes, creator.Refusal) { RefusalSeen = creator.Seen };
    }
}
