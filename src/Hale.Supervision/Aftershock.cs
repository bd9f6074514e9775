using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>What ran on while something that it needs was down may only notice it now, and end.</summary>
internal sealed class Aftershock(BringupPlan plan, DependencyGraph graph, Gates gates, IContainerEngine engine, TimeProvider clock)
{
    /// <summary>True when the service needs one, directly or not, that did not run before and was started now; waits until that is known.</summary>
    public async Task<bool> ReachesAsync(Service service, CancellationToken stop)
    {
        var shaken = false;
        foreach (var other in graph.NeededBy(service.Name).Where(WasDown))
        {
            shaken |= (await gates.EndedAsync(other).WaitAsync(stop).ConfigureAwait(false)).StartedNow;
        }

        return shaken;
    }

    /// <summary>The containers as they stand a moment later.</summary>
    public async Task<IReadOnlyList<Container>> OutlastAsync(IReadOnlyList<Container> containers, CancellationToken stop)
    {
        await Task.Delay(plan.Pace.Alive, clock, stop).ConfigureAwait(false);
        return await Task.WhenAll(containers.Select(async container =>
        {
            var seen = await engine.InspectAsync(container.Id, stop).ConfigureAwait(false);
            return container with { State = seen.State, Health = seen.Health, ExitCode = seen.State is ContainerState.Exited ? seen.ExitCode : null };
        })).ConfigureAwait(false);
    }

    private bool WasDown(string service) =>
        plan.Services.Any(one => one.Name == service) && !plan.Existing.Any(container => container.Service == service && container.State is ContainerState.Running);
}
