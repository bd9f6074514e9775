using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>
/// The first and gentlest help for a stack that was healthy: its containers as they are, started, restarted, resumed or put back on their
/// networks. Nothing is built or made anew, and what a person edits meanwhile is not touched.
/// </summary>
public sealed class Mends(IComposer composer, IContainerEngine engine, IProcessSight sight, IStage stage, TimeProvider clock)
{
    /// <summary>Starts the services' containers that do not run, and waits until they are ready, each after what it depends on.</summary>
    /// <param name="stack">The model.</param>
    /// <param name="services">The services to start; what they depend on is started with them unless <paramref name="spared"/>.</param>
    /// <param name="completed">The containers whose work is done.</param>
    /// <param name="spared">True for a container that is left as it is.</param>
    /// <param name="stop">Breaks off.</param>
    public async Task<Outcome> StartAsync(
        Stack stack, IReadOnlyCollection<string> services, IReadOnlySet<string> completed, Func<Container, bool> spared, CancellationToken stop)
    {
        var there = await engine.ListAsync(stack.Name, stop).ConfigureAwait(false);
        var down = there.Where(container => container.State is ContainerState.Exited or ContainerState.Restarting && !completed.Contains(container.Id) && !spared(container)).Select(container => container.Service).ToHashSet();
        Service[] chosen =
        [
            .. from service in new DependencyGraph(stack).With(services)
               where services.Contains(service.Name) || down.Contains(service.Name)
               where there.Any(container => container.Service == service.Name)
               select service,
        ];
        var plan = new BringupPlan
        {
            Stack = stack with { Services = chosen },
            Services = chosen,
            Everything = false,
            Create = false,
            Existing = there,
            Completed = completed,
        };
        return await new Bringup(composer, engine, sight, stage, clock).RunAsync(plan, stop).ConfigureAwait(false);
    }

    /// <summary>Ends a container in the time that its process needs.</summary>
    public async Task EndAsync(Stack stack, string id, CancellationToken stop)
    {
        var hub = new EventHub(engine, stack.Name, clock);
        await using (hub.ConfigureAwait(false))
        {
            await new ContainerStop(engine, sight, hub, clock).StopAsync(id, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a running container passes its own health command now; true where it has none.</summary>
    public async Task<bool> PassesAsync(string id, CancellationToken stop)
    {
        var seen = await engine.InspectAsync(id, stop).ConfigureAwait(false);
        return seen.State is ContainerState.Running
            && (seen.HealthCheck is not { } check || (await engine.ProbeAsync(id, check.Command, check.Timeout, stop).ConfigureAwait(false)).Passed);
    }

    /// <summary>Whether a running container is still off one of the networks that it lost.</summary>
    public async Task<bool> IsCutAsync(string id, IReadOnlyList<Attachment> lost, CancellationToken stop) =>
        (await MissingAsync(id, lost, stop).ConfigureAwait(false)).Count > 0;

    /// <summary>Puts a running container back on the networks that it lost.</summary>
    /// <returns>The networks on which it is again.</returns>
    public async Task<IReadOnlyList<string>> AttachAsync(string id, IReadOnlyList<Attachment> lost, CancellationToken stop)
    {
        var back = new List<string>();
        foreach (var place in await MissingAsync(id, lost, stop).ConfigureAwait(false))
        {
            await engine.AttachAsync(id, place, stop).ConfigureAwait(false);
            back.Add(place.Network);
        }

        return (await MissingAsync(id, lost, stop).ConfigureAwait(false)).Count == 0 ? back : throw new EngineException("the engine says that it did, and the container is still not on the network");
    }

    private async Task<IReadOnlyList<Attachment>> MissingAsync(string id, IReadOnlyList<Attachment> lost, CancellationToken stop)
    {
        var seen = await engine.InspectAsync(id, stop).ConfigureAwait(false);
        return seen.State is ContainerState.Running ? [.. lost.Where(place => seen.Attachments.All(now => now.Network != place.Network))] : [];
    }
}
