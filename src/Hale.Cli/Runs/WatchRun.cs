using System.Globalization;
using System.Threading.Channels;
using Hale.Kernel.Stacks;
using Hale.Supervision;

namespace Hale.Cli.Runs;

/// <summary>
/// Stays with a healthy stack, in the foreground (<c>hale docker --watch</c>) or as its keeper, and mends what happens to it. A service
/// that keeps failing is brought back with growing pauses, and then left with its last words.
/// </summary>
internal sealed class WatchRun(Rooms rooms, UpOptions options, WatchLog log)
{
    // Who pauses a container that was resumed a short while ago means it.
    private static readonly TimeSpan Insisting = TimeSpan.FromMinutes(5);

    private readonly Channel<Due> _due = Channel.CreateUnbounded<Due>(new() { SingleReader = true });
    private readonly Patience _patience = new(rooms.Clock);
    private readonly Mending _mending = new(rooms, options);
    private readonly Renewal _renewal = new(rooms, options, log);
    private readonly HashSet<string> _waiting = [];
    private readonly Dictionary<string, DateTimeOffset> _left = [];
    private readonly Dictionary<string, long> _resumed = [];
    private Stack _stack = new() { Name = "" };

    /// <summary>Watches until <paramref name="stop"/>, or until nothing of the stack is left; the stack stays as it is.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        _stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var troubles = new Troubles(rooms.Engine, () => _stack, rooms.Clock);
        var hearing = Task.WhenAll(HearAsync(troubles, end.Token), RenewAsync(end.Token));
        try
        {
            while (await _due.Reader.WaitToReadAsync(stop).ConfigureAwait(false) && await MeetAllAsync(troubles, stop).ConfigureAwait(false))
            {
                // What came meanwhile is met next.
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.Say("the watching has ended; the stack stays up");
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HearAsync(Troubles troubles, CancellationToken stop)
    {
        await foreach (var trouble in troubles.WatchAsync(stop).ConfigureAwait(false))
        {
            _due.Writer.TryWrite(new Due(trouble, HasWaited: false));
        }
    }

    private async Task RenewAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _due.Writer.TryWrite(new Due(Trouble: null, HasWaited: false));
            await Task.Delay(Renewal.Between, rooms.Clock, stop).ConfigureAwait(false);
        }
    }

    /// <returns>False when there is nothing left to watch.</returns>
    private async Task<bool> MeetAllAsync(Troubles troubles, CancellationToken stop)
    {
        var ready = new List<Trouble>();
        while (_due.Reader.TryRead(out var due))
        {
            switch (due.Trouble?.Kind)
            {
                case null:
                    await GuardAsync(() => _renewal.LookAsync(_stack, stop), failure => log.Say($"the certificate could not be looked at: {failure.Message}"), stop).ConfigureAwait(false);
                    break;
                case TroubleKind.Watching:
                    log.Say($"watching '{_stack.Name}': what ends, hangs, becomes unhealthy, stays paused or is cut from its network is brought back");
                    log.Watches();
                    break;
                case TroubleKind.EngineAway or TroubleKind.EngineBack:
                    log.Say(due.Trouble.Says);
                    break;
                case TroubleKind.AllGone:
                    log.Say($"{due.Trouble.Says}: the watching ends; `hale docker` brings the stack up again");
                    return false;
                // Two looks may tell the same, and it is met once.
                case var kind when ready.Exists(one => one.Kind == kind && one.ContainerId == due.Trouble.ContainerId):
                    break;
                default:
                    await GuardAsync([due.Trouble], async () => ready.AddRange(await IsReadyAsync(due.Trouble, due.HasWaited, stop).ConfigureAwait(false) ? [due.Trouble] : []), stop).ConfigureAwait(false);
                    break;
            }
        }

        if (ready.Count > 0)
        {
            await GuardAsync(ready, () => BringBackAsync(ready, troubles, stop), stop).ConfigureAwait(false);
        }

        return true;
    }

    private Task GuardAsync(IReadOnlyList<Trouble> troubles, Func<Task> deed, CancellationToken stop) => GuardAsync(deed, failure =>
    {
        foreach (var trouble in troubles)
        {
            log.Say($"'{trouble.Service}' could not be mended: {failure.Message}");
            _waiting.Remove(trouble.Service);
            Again(trouble, TimeSpan.FromSeconds(1), hasWaited: false, stop);
        }
    }, stop);

    // What nobody expected of one mend must not end the watching of everything else.
    private static async Task GuardAsync(Func<Task> deed, Action<Exception> onFailure, CancellationToken stop)
    {
        try
        {
            await deed().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // It is told, and the trouble is met again later.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            onFailure(failure);
        }
    }

    /// <returns>True when something is to be done about it now.</returns>
    private async Task<bool> IsReadyAsync(Trouble trouble, bool hasWaited, CancellationToken stop)
    {
        if (hasWaited ? !_waiting.Remove(trouble.Service) : _waiting.Contains(trouble.Service))
        {
            return false;
        }

        _stack = (await rooms.Composer.ResolveAsync(stop).ConfigureAwait(false)).Stack ?? _stack;
        if (!IsWatched(trouble.Service) || !await _mending.IsStillSoAsync(_stack, trouble, stop).ConfigureAwait(false) || await IsLeftAsync(trouble, stop).ConfigureAwait(false))
        {
            return false;
        }

        if (hasWaited)
        {
            return true;
        }

        log.Say($"'{trouble.Service}' {trouble.Says}");
        if (IsMeant(trouble))
        {
            log.Say($"'{trouble.Service}' was paused again shortly after it was resumed: it is left paused; `docker compose unpause {trouble.Service}` resumes it");
            return false;
        }

        var tried = _patience.TriesOf(trouble.Service);
        switch (_patience.Next(trouble.Service))
        {
            case null:
                await LeaveAsync(trouble, stop).ConfigureAwait(false);
                return false;
            case { Ticks: 0 }:
                return true;
            case { } pause:
                log.Say(string.Create(CultureInfo.InvariantCulture, $"'{trouble.Service}' was brought back {Times(tried)} in five minutes, so it is brought back in {pause.TotalSeconds:0.0} s"));
                _waiting.Add(trouble.Service);
                Again(trouble, pause, hasWaited: true, stop);
                return false;
        }
    }

    private bool IsWatched(string service) =>
        _stack.Find(service) is not null && (options.Services.Count == 0 || new DependencyGraph(_stack).With(options.Services).Any(one => one.Name == service));

    private bool IsMeant(Trouble trouble) =>
        trouble.Kind is TroubleKind.Paused && _resumed.TryGetValue(trouble.ContainerId, out var at) && rooms.Clock.GetElapsedTime(at) < Insisting;

    // A person who starts it gives it a new chance.
    private async Task<bool> IsLeftAsync(Trouble trouble, CancellationToken stop)
    {
        if (!_left.TryGetValue(trouble.Service, out var since) || (await rooms.Engine.InspectAsync(trouble.ContainerId, stop).ConfigureAwait(false)).StartedAt < since)
        {
            return _left.ContainsKey(trouble.Service);
        }

        _left.Remove(trouble.Service);
        _patience.Forget(trouble.Service);
        log.Left(trouble.Service, isLeft: false);
        return false;
    }

    private async Task LeaveAsync(Trouble trouble, CancellationToken stop)
    {
        _left[trouble.Service] = rooms.Clock.GetUtcNow();
        var words = await _mending.LastWordsAsync(trouble.ContainerId, stop).ConfigureAwait(false);
        log.Say($"'{trouble.Service}' was brought back six times in five minutes, or three times in a row in vain: it is left as it is{(words.Length > 0 ? $". Its last words: {words}" : "")}");
        log.Say($"`hale logs {trouble.Service}` and `hale troubleshoot` tell more; once it is started again, by `hale docker`, it is watched again");
        log.Left(trouble.Service, isLeft: true);
    }

    private async Task BringBackAsync(IReadOnlyList<Trouble> troubles, Troubles seen, CancellationToken stop)
    {
        var began = rooms.Session.Stage.Now;
        var ill = await _mending.GentlyAsync(_stack, troubles, one => _left.ContainsKey(one.Service) || seen.IsByHand(one.Id), stop).ConfigureAwait(false);
        foreach (var trouble in troubles.Where(trouble => !ill.ContainsKey(trouble.Service)))
        {
            if (trouble.Kind is TroubleKind.Paused)
            {
                _resumed[trouble.ContainerId] = rooms.Clock.GetTimestamp();
            }
            else if (trouble.Kind is TroubleKind.Cut)
            {
                seen.LookAtDependents(trouble.ContainerId, stop);
            }

            TellMended(trouble, began);
        }

        if (ill.Count == 0)
        {
            return;
        }

        foreach (var (service, says) in ill)
        {
            log.Say($"'{service}' was started, and that is not enough: {says}");
        }

        var left = await _mending.ThoroughlyAsync(stop).ConfigureAwait(false);
        if (left is not null)
        {
            log.Say($"not healthy: {left}");
        }

        foreach (var trouble in troubles.Where(trouble => ill.ContainsKey(trouble.Service)))
        {
            if (left is null)
            {
                TellMended(trouble, began);
            }
            else
            {
                _patience.Failed(trouble.Service);
                Again(trouble, TimeSpan.Zero, hasWaited: false, stop);
            }
        }
    }

    private void TellMended(Trouble trouble, TimeSpan began)
    {
        var took = (rooms.Session.Stage.Now - began).TotalSeconds;
        log.Say(string.Create(CultureInfo.InvariantCulture, $"'{trouble.Service}' {WordsOf(trouble.Kind)}, {took:0.0} s later"));
        log.Mended(trouble.Service);
        _patience.Succeeded(trouble.Service);
    }

    private static string WordsOf(TroubleKind kind) => kind switch
    {
        TroubleKind.Paused => "goes on",
        TroubleKind.Cut => "is on its network again",
        _ => "is well again",
    };

    private static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    private void Again(Trouble trouble, TimeSpan pause, bool hasWaited, CancellationToken stop) => _ = AgainAsync(trouble, pause, hasWaited, stop);

    private async Task AgainAsync(Trouble trouble, TimeSpan pause, bool hasWaited, CancellationToken stop)
    {
        await Task.Delay(pause, rooms.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _due.Writer.TryWrite(new Due(trouble, hasWaited));
    }

    /// <summary>A trouble that is to be met, at once or after its pause; none where it is time to look at the certificate.</summary>
    private sealed record Due(Trouble? Trouble, bool HasWaited);
}
