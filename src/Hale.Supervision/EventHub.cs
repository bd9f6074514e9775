using System.Collections.Concurrent;
using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>
/// Wakes whoever waits for a container when something happens to it. An event is a hint to look again, never a fact to believe:
/// a replayed, late or lost one does no harm.
/// </summary>
/// <param name="engine">Who tells.</param>
/// <param name="project">Whose containers.</param>
/// <param name="clock">Measures the waiting.</param>
public sealed class EventHub(IContainerEngine engine, string project, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _next = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _opening = new();
    private Task? _pump;

    /// <summary>Hears each event, in order. Subscribe before <see cref="Open"/>.</summary>
    public event Action<EngineEvent>? Heard;

    /// <summary>Subscribes, unless that was done. Whoever takes <see cref="Next"/> subscribes too, so a run with nothing to wait for never does.</summary>
    public void Open()
    {
        lock (_opening)
        {
            _pump ??= PumpAsync();
        }
    }

    /// <summary>Ends at the next event of the container. Take it before looking at the container, so that nothing falls between.</summary>
    public Task Next(string containerId)
    {
        var next = _next.GetOrAdd(containerId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        Open();
        return next;
    }

    /// <summary>Waits for <paramref name="next"/>, at most so long.</summary>
    public async Task WaitAsync(Task next, TimeSpan atMost, CancellationToken stop)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(next, Task.Delay(atMost, clock, done.Token)).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        if (_pump is { } pump)
        {
            await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _end.Dispose();
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var happened in engine.WatchAsync(project, _end.Token).ConfigureAwait(false))
            {
                Heard?.Invoke(happened);
                // A signal that was sent changes nothing yet, and each needless look at a container costs the engine one.
                if (happened.Kind is not "kill" && _next.TryRemove(happened.ContainerId, out var waiting))
                {
                    waiting.TrySetResult();
                }
            }
        }
        catch (EngineException)
        {
            // Whoever waits looks again after its own pause, so a broken stream costs time and nothing else.
        }
    }
}
