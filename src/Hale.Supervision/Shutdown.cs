using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>Takes a stack down: dependents before what they depend on, in the time that the processes need. Volumes stay.</summary>
public sealed class Shutdown(IComposer composer, IContainerEngine engine, IProcessSight sight, IStage stage, TimeProvider clock)
{
    /// <summary>Stops and removes the containers of the model's services, then the networks that Compose made for them.</summary>
    /// <param name="stack">The model.</param>
    /// <param name="volumes">The engine's names of volumes to remove too; only what a person named.</param>
    /// <param name="stop">Breaks off; what is left keeps running.</param>
    /// <returns>The services of containers that belong to the project and are not in the model: they are left, as Compose leaves them.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Stack stack, IReadOnlyList<string> volumes, CancellationToken stop)
    {
        stage.Tell(new PhaseBegan(stage.Now, RunPhase.Stop));
        var containers = await engine.ListAsync(stack.Name, stop).ConfigureAwait(false);
        var hub = new EventHub(engine, stack.Name, clock);
        await using (hub.ConfigureAwait(false))
        {
            using var turns = new Turns(clock);
            await StopInOrderAsync(stack, containers, new ContainerStop(engine, sight, hub, clock), turns, stop).ConfigureAwait(false);
        }

        var orphans = containers.Select(container => container.Service).Where(name => stack.Find(name) is null).Distinct().ToList();
        await RemoveNetworksAsync(stack, orphans.Count > 0, stop).ConfigureAwait(false);
        foreach (var volume in volumes)
        {
            await engine.RemoveVolumeAsync(volume, stop).ConfigureAwait(false);
        }

        stage.Tell(new PhaseEnded(stage.Now, RunPhase.Stop));
        return orphans;
    }

    private async Task StopInOrderAsync(Stack stack, IReadOnlyList<Container> containers, ContainerStop stopper, Turns turns, CancellationToken stop)
    {
        var byService = containers.ToLookup(container => container.Service);
        var ends = new Dictionary<string, Task>();
        await Task.WhenAll(stack.Services.Select(EndOf)).ConfigureAwait(false);

        // The graph has no circles, so each dependent's end is begun before the end that waits for it is noted.
        Task EndOf(Service service) => ends.TryGetValue(service.Name, out var end) ? end : ends[service.Name] = StopOneAsync(service);

        async Task StopOneAsync(Service service)
        {
            var dependents = stack.Services.Where(other => other.DependsOn.Any(on => on.Service == service.Name));
            await Task.WhenAll(dependents.Select(EndOf).ToList()).WaitAsync(stop).ConfigureAwait(false);
            await RemoveAsync(service, [.. byService[service.Name]], stopper, turns, stop).ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(Service service, IReadOnlyList<Container> containers, ContainerStop stopper, Turns turns, CancellationToken stop)
    {
        if (containers.Count == 0)
        {
            return;
        }

        stage.Tell(new ServiceMoved(stage.Now, service.Name, ServicePhase.Stopping, "", []));
        if (service.OnlyComposeStarts is not null)
        {
            await composer.StopAsync(service.Name, stop).ConfigureAwait(false);
        }

        await Task.WhenAll(containers.Select(container => turns.BeginAsync(() => stopper.RemoveAsync(container.Id, stop), stop))).ConfigureAwait(false);
        stage.Tell(new ServiceMoved(stage.Now, service.Name, ServicePhase.Stopped, "", []));
    }

    private async Task RemoveNetworksAsync(Stack stack, bool orphansRemain, CancellationToken stop)
    {
        var ours = stack.Networks.Where(network => !network.External).Select(network => network.Name).ToHashSet();
        var there = await engine.NetworksAsync(stack.Name, stop).ConfigureAwait(false);
        foreach (var network in there.Where(ours.Contains))
        {
            try
            {
                await engine.RemoveNetworkAsync(network, stop).ConfigureAwait(false);
            }
            catch (EngineException inUse) when (orphansRemain || inUse.Message.Contains("active endpoints", StringComparison.Ordinal))
            {
                stage.Tell(new Noted(stage.Now, orphansRemain
                    ? $"the network {network} stays: containers that this model does not have still use it"
                    : $"the network {network} stays: something outside this stack still uses it"));
            }
        }
    }
}
