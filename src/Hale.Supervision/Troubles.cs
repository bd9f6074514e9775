using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>Hears, by the engine's events, what a healthy stack does not do by itself.</summary>
public sealed class Troubles(IContainerEngine engine, string project, TimeProvider clock)
{
    // A container that somebody stops or removes dies first; the engine tells of the stop or the removal just after.
    private static readonly TimeSpan ForTheReason = TimeSpan.FromMilliseconds(300);

    private readonly HashSet<string> _byHand = [];
    private readonly Lock _gate = new();

    /// <summary>Each trouble once, until <paramref name="stop"/>. What a person stops or removes is no trouble.</summary>
    /// <exception cref="EngineException">The engine no longer tells.</exception>
    public async IAsyncEnumerable<Trouble> WatchAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var troubles = Channel.CreateUnbounded<Trouble>(new() { SingleReader = true });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var hearing = HearAsync(troubles.Writer, end.Token);
        try
        {
            await foreach (var trouble in troubles.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                yield return trouble;
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HearAsync(ChannelWriter<Trouble> troubles, CancellationToken stop)
    {
        try
        {
            await foreach (var happened in engine.WatchAsync(project, stop).ConfigureAwait(false))
            {
                Hear(happened, troubles, stop);
            }

            troubles.TryComplete(new EngineException("The engine ended its stream of events."));
        }
        catch (Exception ended) when (ended is EngineException or OperationCanceledException)
        {
            troubles.TryComplete(stop.IsCancellationRequested ? null : ended);
        }
    }

    private void Hear(EngineEvent happened, ChannelWriter<Trouble> troubles, CancellationToken stop)
    {
        switch (happened.Kind)
        {
            case "stop" or "destroy":
                lock (_gate)
                {
                    _byHand.Add(happened.ContainerId);
                }

                break;
            case "start":
                lock (_gate)
                {
                    _byHand.Remove(happened.ContainerId);
                }

                break;
            case "die":
                _ = TellUnlessByHandAsync(happened, troubles, stop);
                break;
            case "pause":
                troubles.TryWrite(new Trouble(happened.Service, "was paused"));
                break;
            case "health_status: unhealthy":
                troubles.TryWrite(new Trouble(happened.Service, "became unhealthy"));
                break;
        }
    }

    private async Task TellUnlessByHandAsync(EngineEvent died, ChannelWriter<Trouble> troubles, CancellationToken stop)
    {
        await Task.Delay(ForTheReason, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (_byHand.Contains(died.ContainerId))
            {
                return;
            }
        }

        troubles.TryWrite(new Trouble(died.Service, died.ExitCode is { } code ? $"ended with exit code {code}" : "ended"));
    }
}

/// <summary>Something that a healthy stack does not do by itself.</summary>
/// <param name="Service">The service.</param>
/// <param name="Says">What happened, in words that follow the service's name.</param>
public sealed record Trouble(string Service, string Says);
