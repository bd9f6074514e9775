using Hale.Kernel.Engines;
using Hale.Supervision;

namespace Hale.Cli.Runs;

/// <summary>After an interrupted start: what ran before still runs, what this run started is stopped, what it made is removed.</summary>
internal sealed class TakeBack(Rooms rooms)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="before">How things stood before the start.</param>
    /// <param name="askedToStop">The ids of the containers that were being stopped for others to take their place: they are looked at once they have ended.</param>
    public async Task RunAsync(QuickLook before, IReadOnlyCollection<string> askedToStop)
    {
        using var late = new CancellationTokenSource(Patience);
        var engine = rooms.Engine;
        try
        {
            if (before.Containers.Count == 0)
            {
                await new Shutdown(rooms.Composer, engine, rooms.Sight, rooms.Session.Stage, rooms.Clock)
                    .RunAsync(before.Stack!, [], late.Token).ConfigureAwait(false);
                return;
            }

            var stack = before.Stack!.Name;
            var hub = new EventHub(engine, stack, rooms.Clock);
            await using var closing = hub.ConfigureAwait(false);
            var stopper = new ContainerStop(engine, rooms.Sight, hub, rooms.Clock);
            await Task.WhenAll(askedToStop.Select(id => HasEndedAsync(id, stopper, late.Token))).ConfigureAwait(false);
            var now = await engine.ListAsync(stack, late.Token).ConfigureAwait(false);
            await Task.WhenAll(now.Select(container => UndoAsync(container, before, now, stopper, late.Token))).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is EngineException or OperationCanceledException)
        {
            rooms.Session.Stage.Tell(new Kernel.Runs.Noted(rooms.Session.Stage.Now, $"what was started could not all be stopped again ({failure.Message}); 'hale down' does it"));
        }
    }

    private static async Task HasEndedAsync(string id, ContainerStop stopper, CancellationToken stop)
    {
        try
        {
            await stopper.HastenAsync(id, stop).ConfigureAwait(false);
        }
        catch (EngineException)
        {
            // It is gone: the list that is asked for next says so, or why nothing can be said.
        }
    }

    private async Task UndoAsync(Container container, QuickLook before, IReadOnlyList<Container> now, ContainerStop stopper, CancellationToken stop)
    {
        var was = before.Containers.FirstOrDefault(earlier => earlier.Id == container.Id);
        // By its place, not by its name: Compose makes it under a passing one.
        var replacesRunning = was is null && before.Containers.Any(earlier => earlier.State is ContainerState.Running
            && earlier.Service == container.Service && earlier.Number == container.Number && !now.Any(there => there.Id == earlier.Id));
        if (was is { State: ContainerState.Running } || replacesRunning)
        {
            await StartAsync(container, stop).ConfigureAwait(false);
            return;
        }

        await stopper.StopAsync(container.Id, stop).ConfigureAwait(false);
        if (was is null)
        {
            await rooms.Engine.RemoveAsync(container.Id, stop).ConfigureAwait(false);
        }
    }

    // Stopped for another to take its place, or made in the place of one that ran.
    private async Task StartAsync(Container container, CancellationToken stop)
    {
        if (container.State is ContainerState.Created or ContainerState.Exited)
        {
            await rooms.Engine.StartAsync(container.Id, stop).ConfigureAwait(false);
        }
    }
}
