using System.Collections.Concurrent;
using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>
/// Wakes whoever waits for a container when something happens to it. An event is a hint to look again, never a fact to believe:
/// a replayed, late or lost one does no harm.
/// </summary>
public sealed class EventHub : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _next = new();
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _watching = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _clock;
    private readonly Task _pump;

    private EventHub(IContainerEngine engine, string project, TimeProvider clock)
    {
        _clock = clock;
        _pump = PumpAsync(engine, project);
    }

    /// <summary>Subscribes; comes back when the subscription stands, or when the engine refused it (waiting then goes by time alone).</summary>
    public static async Task<EventHub> OpenAsync(IContainerEngine engine, string project, TimeProvider clock)
    {
        var hub = new EventHub(engine, project, clock);
        await hub._watching.Task.ConfigureAwait(false);
        return hub;
    }

    /// <summary>Ends at the next event of the container. Take it before looking at the container, so that nothing falls between.</summary>
    public Task Next(string containerId) => _next.GetOrAdd(containerId, _ => New()).Task;

    /// <summary>Waits for <paramref name="next"/>, at most so long.</summary>
    public async Task WaitAsync(Task next, TimeSpan atMost, CancellationToken stop)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(next, Task.Delay(atMost, _clock, done.Token)).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task PumpAsync(IContainerEngine engine, string project)
    {
        try
        {
            await foreach (var happened in engine.WatchAsync(project, _end.Token).ConfigureAwait(false))
            {
                _watching.TrySetResult();
                if (_next.TryRemove(happened.ContainerId, out var waiting))
                {
                    waiting.TrySetResult();
                }
            }
        }
        catch (EngineException)
        {
            // Whoever waits looks again after its own pause, so a broken stream costs time and nothing else.
        }
        finally
        {
            _watching.TrySetResult();
        }
    }
}
