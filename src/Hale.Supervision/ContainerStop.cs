using System.Globalization;
using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>
/// Stops a container in the time that its process needs. A PID 1 that does not catch the stop signal ignores it (Linux gives PID 1
/// no default action), so it can only ever end by SIGKILL and the rest of its grace is not waited for; one that catches it gets it all.
/// </summary>
public sealed class ContainerStop(IContainerEngine engine, IProcessSight sight, EventHub hub, TimeProvider clock)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    // An event tells of the end; the engine is asked without one only now and then.
    private static readonly TimeSpan Relook = TimeSpan.FromMilliseconds(500);

    // How long a process that no longer catches the signal must go on listening as before until it counts as having lost it.
    private static readonly TimeSpan Undisturbed = TimeSpan.FromMilliseconds(500);

    /// <summary>Comes back when the container no longer runs.</summary>
    public Task StopAsync(string id, CancellationToken stop) => EndAsync(id, alreadyAsked: false, stop);

    /// <summary>Comes back when a container that somebody else has asked to stop no longer runs; ends it as soon as it is known that it will not hear.</summary>
    public Task HastenAsync(string id, CancellationToken stop) => EndAsync(id, alreadyAsked: true, stop);

    /// <summary>Stops it and removes it. What would not end by itself the engine ends with the removal.</summary>
    public async Task RemoveAsync(string id, CancellationToken stop)
    {
        await EndsWhenAskedAsync(id, stop).ConfigureAwait(false);
        await engine.RemoveAsync(id, stop).ConfigureAwait(false);
    }

    private async Task EndAsync(string id, bool alreadyAsked, CancellationToken stop)
    {
        if (await EndsWhenAskedAsync(id, stop, alreadyAsked).ConfigureAwait(false))
        {
            return;
        }

        var next = hub.Next(id);
        await engine.SignalAsync(id, "SIGKILL", stop).ConfigureAwait(false);
        while (Runs(await engine.InspectAsync(id, stop).ConfigureAwait(false)))
        {
            await hub.WaitAsync(next, Glance, stop).ConfigureAwait(false);
            next = hub.Next(id);
        }
    }

    /// <returns>True when it no longer runs; false when only SIGKILL will end it.</returns>
    private async Task<bool> EndsWhenAskedAsync(string id, CancellationToken stop, bool alreadyAsked = false)
    {
        var next = hub.Next(id);
        var seen = await engine.InspectAsync(id, stop).ConfigureAwait(false);
        if (!Runs(seen))
        {
            return true;
        }

        var signal = SignalNumber(seen.StopSignal);
        if (seen.State is ContainerState.Paused || await CatchesAsync(seen, signal, stop).ConfigureAwait(false) is false)
        {
            return false;
        }

        var listened = Listening(seen);
        if (!alreadyAsked)
        {
            await engine.SignalAsync(id, seen.StopSignal, stop).ConfigureAwait(false);
        }

        var inspected = clock.GetTimestamp();
        for (var asked = inspected; clock.GetElapsedTime(asked) < seen.StopGrace;)
        {
            await hub.WaitAsync(next, Glance, stop).ConfigureAwait(false);
            if (next.IsCompleted || clock.GetElapsedTime(inspected) >= Relook)
            {
                next = hub.Next(id);
                inspected = clock.GetTimestamp();
                if (!Runs(await engine.InspectAsync(id, stop).ConfigureAwait(false)))
                {
                    return true;
                }
            }

            if (clock.GetElapsedTime(asked) >= Undisturbed && HasLostSignal(seen, signal, listened))
            {
                return false;
            }
        }

        return false;
    }

    // On a remote engine, or where the host's /proc may not be read, the container itself is asked, if it has the command for it.
    private async Task<bool?> CatchesAsync(ContainerDetail seen, int signal, CancellationToken stop)
    {
        if (sight.Catches(seen.Pid, signal) is { } caught)
        {
            return caught;
        }

        var answer = await engine.ProbeAsync(seen.Id, ["cat", "/proc/1/status"], TimeSpan.FromSeconds(2), stop).ConfigureAwait(false);
        return answer.Passed ? SignalMask.Takes(answer.Output, signal) : null;
    }

    // Node without a handler of the program's own catches the signal once, takes its handler away, and as PID 1 lives on as if nothing
    // had been. A program whose handler was for one time only, and which is now ending properly, stops listening first: it keeps its grace.
    private bool HasLostSignal(ContainerDetail seen, int signal, IReadOnlySet<int>? listened) =>
        sight.Catches(seen.Pid, signal) is false
        && listened is { Count: > 0 }
        && Listening(seen) is { } now && now.IsSupersetOf(listened);

    private IReadOnlySet<int>? Listening(ContainerDetail seen) => seen.SharesNetwork ? null : sight.ListeningPorts(seen.Pid);

    private static bool Runs(ContainerDetail seen) =>
        seen.State is ContainerState.Running or ContainerState.Paused or ContainerState.Restarting;

    /// <summary>The number of a signal written as <c>SIGTERM</c>, <c>TERM</c>, <c>15</c> or <c>SIGRTMIN+3</c> (numbers of Linux on x86 and ARM).</summary>
    internal static int SignalNumber(string name)
    {
        var bare = name.StartsWith("SIG", StringComparison.OrdinalIgnoreCase) ? name[3..] : name;
        if (int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        const string RealTime = "RTMIN+";
        return bare.StartsWith(RealTime, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(bare.AsSpan(RealTime.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var beyond)
            ? 34 + beyond
            : bare.ToUpperInvariant() switch
            {
                "HUP" => 1,
                "INT" => 2,
                "QUIT" => 3,
                "ABRT" => 6,
                "KILL" => 9,
                "USR1" => 10,
                "USR2" => 12,
                "PIPE" => 13,
                "ALRM" => 14,
                "CONT" => 18,
                "WINCH" => 28,
                "PWR" => 30,
                "RTMIN" => 34,
                _ => 15,
            };
    }
}
