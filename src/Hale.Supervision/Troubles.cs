using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>
/// Hears, by the engine's events, what a healthy stack does not do by itself. What a person stops or removes is no trouble. An engine
/// that goes away is asked again, with growing pauses, until it tells again; then all containers are looked at once.
/// </summary>
/// <param name="engine">Who tells.</param>
/// <param name="stack">The model as it is now.</param>
/// <param name="clock">Measures the waiting.</param>
public sealed class Troubles(IContainerEngine engine, Func<Stack> stack, TimeProvider clock)
{
    // Whoever commits or backs up a container pauses it for moments.
    private static readonly TimeSpan ForABackup = TimeSpan.FromSeconds(10);

    // A container that ends leaves its networks just before that is told.
    private static readonly TimeSpan ForTheEnd = TimeSpan.FromMilliseconds(200);

    // Compose removes containers before it makes new ones.
    private static readonly TimeSpan ForAnother = TimeSpan.FromSeconds(10);

    private readonly KnownContainers _known = new();
    private readonly Channel<Trouble> _told = Channel.CreateUnbounded<Trouble>(new() { SingleReader = true });

    /// <summary>Each trouble once, until <paramref name="stop"/>; the first element, and each after the engine came back, says that it is heard.</summary>
    public async IAsyncEnumerable<Trouble> WatchAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var hearing = HearAlwaysAsync(end.Token);
        try
        {
            await foreach (var trouble in _told.Reader.ReadAllAsync(stop).ConfigureAwait(false))
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

    /// <summary>Looks at what needs a service that was away, as after its start.</summary>
    public void LookAtDependents(string containerId, CancellationToken stop)
    {
        if (_known.Find(containerId) is { } back)
        {
            new Aftercare(engine, _known, Tell, clock).Begin(back, stack(), stop);
        }
    }

    /// <summary>True when a person stopped the container.</summary>
    public bool IsByHand(string containerId) => _known.IsByHand(containerId);

    private void Tell(Trouble trouble) => _told.Writer.TryWrite(trouble);

    private async Task HearAlwaysAsync(CancellationToken stop)
    {
        var pauses = new GrowingPause();
        var isAway = false;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var session = CancellationTokenSource.CreateLinkedTokenSource(stop);
                await using var ending = new Ending(session).ConfigureAwait(false);
                await foreach (var happened in engine.WatchWithNetworksAsync(stack().Name, session.Token).ConfigureAwait(false))
                {
                    if (happened.Kind == "watching")
                    {
                        await LookRoundAsync(isAway, session.Token).ConfigureAwait(false);
                        Tell(isAway ? new Trouble(TroubleKind.EngineBack, "", "the engine tells again what happens") : new Trouble(TroubleKind.Watching, "", ""));
                        (isAway, pauses) = (false, new GrowingPause());
                    }
                    else
                    {
                        Hear(happened, session.Token);
                    }
                }

                throw new EngineException("it ended its stream of events");
            }
            catch (EngineException ended)
            {
                if (!isAway)
                {
                    isAway = true;
                    Tell(new Trouble(TroubleKind.EngineAway, "", $"the engine no longer tells what happens: {ended.Message.TrimEnd('.')}; it is asked again, with growing pauses of up to 30 s"));
                }

                await Task.Delay(pauses.Next(), clock, stop).ConfigureAwait(false);
            }
        }
    }

    // What happened while nobody told is seen by how things stand.
    private async Task LookRoundAsync(bool again, CancellationToken stop)
    {
        foreach (var container in await engine.ListAsync(stack().Name, stop).ConfigureAwait(false))
        {
            var before = _known.Find(container.Id);
            await LookAsync(container.Id, container.Service, stop).ConfigureAwait(false);
            if (container.State is ContainerState.Exited or ContainerState.Dead && (again ? before is { Runs: true } : container.ExitCode is not 0))
            {
                Tell(new Trouble(TroubleKind.Ended, container.Service, $"has ended with exit code {container.ExitCode}") { ContainerId = container.Id });
            }
            else if (container is { State: ContainerState.Running, Health: HealthVerdict.Unhealthy })
            {
                Tell(new Trouble(TroubleKind.Unhealthy, container.Service, "is unhealthy") { ContainerId = container.Id });
            }
        }
    }

    private void Hear(EngineEvent happened, CancellationToken stop)
    {
        var id = happened.ContainerId;
        if (happened.Kind == "disconnect")
        {
            _ = LaterAsync(ForTheEnd, () => LookForCutAsync(id, stop), stop);
            return;
        }

        _known.Note(happened);
        switch (happened.Kind)
        {
            case "start":
                _ = LaterAsync(TimeSpan.Zero, () => LookAtStartAsync(id, happened.Service, stop), stop);
                break;
            case "die":
                _ = LaterAsync(_known.UntilReason(id), () => TellUnless(_known.IsByHand(id), TroubleKind.Ended, happened, happened.ExitCode is { } code ? $"ended with exit code {code}" : "ended"), stop);
                break;
            case "pause":
                _ = LaterAsync(ForABackup, () => TellUnless(!_known.IsPaused(id), TroubleKind.Paused, happened, $"has been paused for {ForABackup.TotalSeconds:0} s"), stop);
                break;
            case "health_status: unhealthy":
                TellUnless(false, TroubleKind.Unhealthy, happened, "became unhealthy");
                break;
            case "destroy":
                _ = LaterAsync(ForAnother, () => TellIfAllGoneAsync(stop), stop);
                break;
        }
    }

    private Task TellUnless(bool isFine, TroubleKind kind, EngineEvent happened, string says)
    {
        if (!isFine)
        {
            Tell(new Trouble(kind, happened.Service, says) { ContainerId = happened.ContainerId });
        }

        return Task.CompletedTask;
    }

    private async Task LookAtStartAsync(string id, string service, CancellationToken stop)
    {
        await LookAsync(id, service, stop).ConfigureAwait(false);
        LookAtDependents(id, stop);
    }

    private async Task LookForCutAsync(string id, CancellationToken stop)
    {
        if (_known.Find(id) is { Runs: true } known)
        {
            await LookAsync(id, known.Service, stop).ConfigureAwait(false);
        }
    }

    private async Task LookAsync(string id, string service, CancellationToken stop)
    {
        var seen = await engine.InspectAsync(id, stop).ConfigureAwait(false);
        var isNew = _known.Find(id)?.StartedAt != seen.StartedAt;
        var lost = _known.Remember(service, seen);
        if (lost.Count > 0)
        {
            Tell(new Trouble(TroubleKind.Cut, service, $"was taken off the network {string.Join(", ", lost.Select(place => place.Network))}") { ContainerId = id, Lost = lost });
        }

        if (isNew && _known.Find(id) is { Runs: true } known)
        {
            new Asking(engine, _known, Tell, clock).Begin(known, stop);
        }
    }

    private async Task TellIfAllGoneAsync(CancellationToken stop)
    {
        if ((await engine.ListAsync(stack().Name, stop).ConfigureAwait(false)).Count == 0)
        {
            Tell(new Trouble(TroubleKind.AllGone, "", "no container of the stack is left"));
        }
    }

    private async Task LaterAsync(TimeSpan pause, Func<Task> look, CancellationToken stop)
    {
        try
        {
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock, stop).ConfigureAwait(false);
            }

            await look().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is EngineException or OperationCanceledException)
        {
            // It is gone, or the engine is: what is left then is seen by the next look round.
        }
    }

    /// <summary>Ends what looks on beside a stream of events when the stream does.</summary>
    private sealed class Ending(CancellationTokenSource session) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await session.CancelAsync().ConfigureAwait(false);
    }
}
