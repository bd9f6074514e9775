using Hale.Kernel.Engines;
using Hale.Kernel.Runs;

namespace Hale.Supervision;

/// <summary>
/// Finds out as early as can be that a running container is ready, has done its work, or never will: by its own health command in
/// quick steps whatever interval was written, by its port, or by its staying alive. A verdict older than its last start is not believed.
/// </summary>
public sealed class Readiness(IContainerEngine engine, IProcessSight sight, EventHub hub, Pace pace, TimeProvider clock) : IDisposable
{
    private const int ConfirmingFailures = 3;

    private static readonly Verdict StaysAlive = new(ServicePhase.Ready, "running: it has no health check, and stays alive");

    private static readonly Verdict AsTheEngineAsks = new(ServicePhase.Ready, "healthy by its own check, as the engine asks it");

    // A probe costs the engine a new process: more of them at once than processors only slows the services down that they ask.
    private readonly SemaphoreSlim _probes = new(2 * Environment.ProcessorCount);
    private readonly Glances _glances = new(sight, pace, clock);

    public void Dispose() => _probes.Dispose();

    /// <summary>Waits for the verdict on one container that was started.</summary>
    /// <param name="id">The container.</param>
    /// <param name="expected">What is waited for.</param>
    /// <param name="ports">The container's ports that the host offers; they decide when there is no health check.</param>
    /// <param name="outlive">What it must outlive to be called ready: the life that it ended by itself the last time; zero when it did not.</param>
    /// <param name="failedBelow">Names what the service needs and has failed; null while nothing has.</param>
    /// <param name="stop">Gives up waiting.</param>
    public async Task<Verdict> AwaitAsync(string id, Expectation expected, IReadOnlyList<int> ports, TimeSpan outlive, Func<string?> failedBelow, CancellationToken stop)
    {
        using var watching = _glances.Watching();
        var watch = new Watch(pace, clock.GetTimestamp());
        var next = hub.Next(id);
        var seen = await engine.InspectAsync(id, stop).ConfigureAwait(false);
        for (var lookedAt = clock.GetTimestamp(); ;)
        {
            if (next.IsCompleted || clock.GetElapsedTime(lookedAt) > pace.Relook)
            {
                next = hub.Next(id);
                seen = await engine.InspectAsync(id, stop).ConfigureAwait(false);
                lookedAt = clock.GetTimestamp();
            }

            watch.Note(seen, clock.GetTimestamp());

            if (Ended(seen, expected, watch) is { } ended)
            {
                return ended;
            }

            if (seen.State is ContainerState.Running && expected is Expectation.Ready
                && await JudgeAsync(seen, ports, watch, failedBelow, stop).ConfigureAwait(false) is { } verdict)
            {
                if (verdict.Phase is not ServicePhase.Ready || clock.GetElapsedTime(watch.StartedAt) > outlive)
                {
                    return verdict;
                }

                await hub.WaitAsync(next, pace.Relook, stop).ConfigureAwait(false);
                continue;
            }

            if (pace.Limit is { } limit && clock.GetElapsedTime(watch.Since) > limit)
            {
                return await ByTheEngineAsync(id, ports, stop).ConfigureAwait(false) ?? new Verdict(ServicePhase.Failed, $"not ready within {Seconds(limit)}{watch.LastWords}");
            }

            await hub.WaitAsync(next, PauseFor(seen, expected, ports, watch), stop).ConfigureAwait(false);
        }
    }

    // On a loaded machine Hale's own questions may all go unanswered while the engine's come through.
    private async Task<Verdict?> ByTheEngineAsync(string id, IReadOnlyList<int> ports, CancellationToken stop)
    {
        var now = await engine.InspectAsync(id, stop).ConfigureAwait(false);
        return now is { State: ContainerState.Running, Health: HealthVerdict.Healthy, LastProbePassed: true, LastProbe: { } probed } && probed > now.StartedAt
            && AtLoopbackAlone(now, ports, _glances.Look(now)) is null
            ? AsTheEngineAsks
            : null;
    }

    // Only its staying alive tells of it.
    private static bool NeedsNoLook(ContainerDetail seen, IReadOnlyList<int> ports) => seen.HealthCheck is null && ports.Count == 0;

    private TimeSpan PauseFor(ContainerDetail seen, Expectation expected, IReadOnlyList<int> ports, Watch watch)
    {
        if (seen.State is not ContainerState.Running || expected is not Expectation.Ready)
        {
            return pace.Relook;
        }

        if (NeedsNoLook(seen, ports))
        {
            var left = LifeAsked(seen) - clock.GetElapsedTime(watch.StartedAt);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left < pace.Relook ? left : pace.Relook;
        }

        var probe = seen.HealthCheck is null ? pace.Relook : watch.UntilProbe(clock);
        return probe < TimeSpan.Zero ? TimeSpan.Zero : probe < _glances.Pause ? probe : _glances.Pause;
    }

    private Verdict? Ended(ContainerDetail seen, Expectation expected, Watch watch) => seen.State switch
    {
        ContainerState.Exited or ContainerState.Dead when seen.ExitCode == 0 && seen.Error.Length == 0 =>
            new Verdict(ServicePhase.Completed, "exited with 0"),
        ContainerState.Exited or ContainerState.Dead => new Verdict(ServicePhase.Failed, WhyEnded(seen)),
        ContainerState.Created when seen.Error.Length > 0 => new Verdict(ServicePhase.Failed, $"could not be started: {seen.Error}"),
        ContainerState.Paused => new Verdict(ServicePhase.Failed, "is paused"),
        ContainerState.Removing => new Verdict(ServicePhase.Failed, "was removed while it was waited for"),
        ContainerState.Restarting or ContainerState.Running when watch.Starts > pace.MostStarts || (watch.Starts > 1 && seen.RestartCount >= pace.MostStarts) =>
            new Verdict(ServicePhase.Failed, $"keeps ending and being restarted ({Math.Max(watch.Starts, seen.RestartCount + 1)} starts, last exit code {watch.LastExitCode})"),
        _ => expected is Expectation.Completed && seen.State is ContainerState.Restarting && seen.ExitCode == 0
            ? new Verdict(ServicePhase.Completed, "exited with 0")
            : null,
    };

    private static string WhyEnded(ContainerDetail seen) => seen switch
    {
        { Error.Length: > 0 } => $"could not be started: {seen.Error}",
        { OomKilled: true } => $"exited with {seen.ExitCode}: it was ended for using more memory than its limit",
        _ => $"exited with {seen.ExitCode}",
    };

    private async Task<Verdict?> JudgeAsync(ContainerDetail seen, IReadOnlyList<int> ports, Watch watch, Func<string?> failedBelow, CancellationToken stop)
    {
        var listening = NeedsNoLook(seen, ports) ? null : _glances.Look(seen);
        return seen.HealthCheck is { } check
            ? await JudgeByHealthAsync(seen, check, ports, listening, watch, failedBelow, stop).ConfigureAwait(false)
            : JudgeByPortOrLife(seen, ports, listening, watch) is { } verdict && await StillHoldsAsync(verdict, seen, stop).ConfigureAwait(false) ? verdict : null;
    }

    // It was last looked at a while ago: what only stays alive may have ended since, and then it listens on nothing either.
    private async Task<bool> StillHoldsAsync(Verdict verdict, ContainerDetail seen, CancellationToken stop) =>
        verdict != StaysAlive
        || (await engine.InspectAsync(seen.Id, stop).ConfigureAwait(false) is { State: ContainerState.Running } now && now.StartedAt == seen.StartedAt);

    private async Task<Verdict?> JudgeByHealthAsync(
        ContainerDetail seen, HealthCheck check, IReadOnlyList<int> ports, IReadOnlySet<int>? listening, Watch watch, Func<string?> failedBelow, CancellationToken stop)
    {
        if (!watch.IsProbeDue(seen, listening, clock))
        {
            return null;
        }

        var answer = await ProbeAsync(seen.Id, check, watch, stop).ConfigureAwait(false);
        if (answer.Passed && AtLoopbackAlone(seen, ports, listening) is { } port)
        {
            // Its own check asks at its own loopback, where nobody else can.
            return clock.GetElapsedTime(watch.StartedAt) > pace.LoopbackPatience ? Unreachable(port) : null;
        }

        if (answer.Passed)
        {
            return !watch.Silent ? new Verdict(ServicePhase.Ready, "healthy by its own check")
                : clock.GetElapsedTime(watch.PassingSince!.Value) >= SilentPass(check) ? new Verdict(ServicePhase.Ready, "healthy by its own check, though it listens on no port")
                : null;
        }

        // A busy engine may not get to Hale's question in time, while its own is answered.
        if (answer.ExitCode is null && seen is { LastProbePassed: true, LastProbe: { } own } && own > watch.FailingSince)
        {
            return AsTheEngineAsks;
        }

        // The engine has seen it fail since this very start, and so do we: there is nothing left to wait for.
        if (seen is { Health: HealthVerdict.Unhealthy, LastProbe: { } probed } && probed > seen.StartedAt && watch.Failures >= ConfirmingFailures)
        {
            return new Verdict(ServicePhase.Failed, $"its health check fails, by the engine's own verdict too{watch.LastWords}");
        }

        // What it needs does not come any more, and it fails: waiting longer changes neither.
        if (watch.Failures >= ConfirmingFailures && failedBelow() is { } broken)
        {
            return new Verdict(ServicePhase.Failed, $"its health check fails, and '{broken}', which it needs, failed{watch.LastWords}");
        }

        var detection = check.StartPeriod + (check.Retries * check.Interval);
        var patience = detection > pace.ShortestDetection ? detection : pace.ShortestDetection;
        var waited = clock.GetElapsedTime(watch.StartedAt);
        // The engine counts its interval from the end of a probe: where probes take long, its own verdict comes later, and nothing is given up before.
        var isAsking = seen.Health is HealthVerdict.Starting && waited <= check.LongestDetection;
        return watch.Failures >= check.Retries && waited > patience && !isAsking
            ? new Verdict(ServicePhase.Failed, $"its health check has failed for {Seconds(patience)}{watch.LastWords}")
            : null;
    }

    private async Task<ProbeAnswer> ProbeAsync(string id, HealthCheck check, Watch watch, CancellationToken stop)
    {
        await _probes.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            var began = clock.GetTimestamp();
            var answer = await engine.ProbeAsync(id, check.Command, check.Timeout, stop).ConfigureAwait(false);
            watch.Heard(answer, clock.GetElapsedTime(began), clock);
            return answer;
        }
        finally
        {
            _probes.Release();
        }
    }

    private TimeSpan SilentPass(HealthCheck check) =>
        check.Interval < pace.SilentPass ? pace.SilentPass : check.Interval > pace.LongestSilentPass ? pace.LongestSilentPass : check.Interval;

    private Verdict? JudgeByPortOrLife(ContainerDetail seen, IReadOnlyList<int> ports, IReadOnlySet<int>? listening, Watch watch)
    {
        var alive = clock.GetElapsedTime(watch.StartedAt);
        if (seen.RestartCount > 0 && alive < pace.AliveAgain && !IsOld(seen))
        {
            return null;
        }

        if (listening is null || ports.Count == 0)
        {
            return alive >= LifeAsked(seen) || IsOld(seen)
                ? StaysAlive
                : null;
        }

        if (ports.FirstOrDefault(listening.Contains) is > 0 and var port)
        {
            return new Verdict(ServicePhase.Ready, $"running: it has no health check, and listens on port {port}");
        }

        if (alive > pace.LoopbackPatience && AtLoopbackAlone(seen, ports, listening) is { } alone)
        {
            return Unreachable(alone);
        }

        return alive > pace.PortPatience
            ? new Verdict(ServicePhase.Failed, $"runs, but nothing in it listens on its published port {string.Join(", ", ports)} after {Seconds(pace.PortPatience)}")
            : null;
    }

    // Nobody outside can reach what it publishes. One port of several, such as a debugger's, may well stay at loopback.
    private int? AtLoopbackAlone(ContainerDetail seen, IReadOnlyList<int> ports, IReadOnlySet<int>? listening) =>
        listening is not null && !ports.Any(listening.Contains) && sight.LoopbackPorts(seen.Pid) is { } inside && ports.FirstOrDefault(inside.Contains) is > 0 and var alone
            ? alone
            : null;

    private static Verdict Unreachable(int port) => new(ServicePhase.Failed, $"runs, and listens on its published port {port} at its own loopback alone");

    private TimeSpan LifeAsked(ContainerDetail seen) => seen.RestartCount > 0 ? pace.AliveAgain : pace.Alive;

    private bool IsOld(ContainerDetail seen) => seen.StartedAt is { } started && clock.GetUtcNow() - started >= LifeAsked(seen);

    private static string Seconds(TimeSpan span) => $"{span.TotalSeconds:0.#} s";
}
