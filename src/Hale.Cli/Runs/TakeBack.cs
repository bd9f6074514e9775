using Hale.Kernel.Engines;
using Hale.Supervision;

namespace Hale.Cli.Runs;

/// <summary>After an interrupted start: what ran before still runs, what this run started is stopped, what it made is removed.</summary>
internal sealed class TakeBack(Rooms rooms)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task RunAsync(QuickLook before)
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
            var now = await engine.ListAsync(stack, late.Token).ConfigureAwait(false);
            await Task.WhenAll(now.Select(container => UndoAsync(container, before, stopper, late.Token))).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is EngineException or OperationCanceledException)
        {
            rooms.Session.Stage.Tell(new Kernel.Runs.Noted(rooms.Session.Stage.Now, $"what was started could not all be stopped again ({failure.Message}); 'hale down' does it"));
        }
    }

    private async Task UndoAsync(Container container, QuickLook before, ContainerStop stopper, CancellationToken stop)
    {
        var was = before.Containers.FirstOrDefault(earlier => earlier.Id == container.Id);
        var replacesRunning = was is null && before.Containers.Any(earlier => earlier.Name == container.Name && earlier.State is ContainerState.Running);
        if (was is { State: ContainerState.Running } || replacesRunning)
        {
            return;
        }

        await stopper.StopAsync(container.Id, stop).ConfigureAwait(false);
        if (was is null)
        {
            await rooms.Engine.RemoveAsync(container.Id, stop).ConfigureAwait(false);
        }
    }
}
