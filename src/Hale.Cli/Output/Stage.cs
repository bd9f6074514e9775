using System.Collections.Immutable;
using System.Threading.Channels;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output;

/// <summary>
/// What everybody sees of a run. A view is drawn from whole states, newest only, so that a slow terminal skips frames and drifts
/// from nothing; lines and records are written from the events, every one of them, in order.
/// </summary>
internal sealed class Stage(TimeProvider clock) : IStage
{
    private readonly Lock _gate = new();
    private readonly long _began = clock.GetTimestamp();
    private ImmutableArray<Channel<RunView>> _watchers = [];
    private ImmutableArray<Channel<RunEvent>> _listeners = [];

    public TimeSpan Now => clock.GetElapsedTime(_began);

    /// <summary>The state as it is.</summary>
    public RunView View { get; private set; } = RunView.Empty;

    public void Tell(RunEvent happened)
    {
        lock (_gate)
        {
            View = View.After(happened);
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(View);
            }

            foreach (var listener in _listeners)
            {
                listener.Writer.TryWrite(happened);
            }
        }
    }

    /// <summary>The newest state, whenever it is another.</summary>
    public ChannelReader<RunView> Watch()
    {
        var newest = Channel.CreateBounded<RunView>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            newest.Writer.TryWrite(View);
            _watchers = _watchers.Add(newest);
        }

        return newest.Reader;
    }

    /// <summary>Every event from now on.</summary>
    public ChannelReader<RunEvent> Listen()
    {
        var all = Channel.CreateUnbounded<RunEvent>(new UnboundedChannelOptions { SingleReader = true });
        lock (_gate)
        {
            _listeners = _listeners.Add(all);
        }

        return all.Reader;
    }

    /// <summary>Nothing more will happen: whoever reads gets what is there, and then the end.</summary>
    public void Close()
    {
        lock (_gate)
        {
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryComplete();
            }

            foreach (var listener in _listeners)
            {
                listener.Writer.TryComplete();
            }
        }
    }
}
