using System.Globalization;
using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>
/// Stops a container in the time that its process needs. A PID 1 that does not catch the stop signal ignores it (Linux gives PID 1
/// no default action), so it can only ever end by SIGKILL and the rest of its grace is not waited for; one that catches it gets it all.
/// </summary>
public sealed class ContainerStop(IContainerEngine engine, IProcessSight sight, EventHub hub, TimeProvider clock)
{
    private static readonly TimeSpan Relook = TimeSpan.FromMilliseconds(50);

    /// <summary>Comes back when the container no longer runs.</summary>
    public async Task StopAsync(string id, CancellationToken stop)
    {
        var next = hub.Next(id);
        var seen = await engine.InspectAsync(id, stop).ConfigureAwait(false);
        if (!Runs(seen))
        {
            return;
        }

        var signal = SignalNumber(seen.StopSignal);
        if (seen.State is not ContainerState.Paused && sight.Catches(seen.Pid, signal) is not false)
        {
            await engine.SignalAsync(id, seen.StopSignal, stop).ConfigureAwait(false);
            if (await EndsByItselfAsync(id, seen, signal, next, stop).ConfigureAwait(false))
            {
                return;
            }
        }

        next = hub.Next(id);
        await engine.SignalAsync(id, "SIGKILL", stop).ConfigureAwait(false);
        while (Runs(await engine.InspectAsync(id, stop).ConfigureAwait(false)))
        {
            await hub.WaitAsync(next, Relook, stop).ConfigureAwait(false);
            next = hub.Next(id);
        }
    }

    private async Task<bool> EndsByItselfAsync(string id, ContainerDetail before, int signal, Task next, CancellationToken stop)
    {
        for (var asked = clock.GetTimestamp(); clock.GetElapsedTime(asked) < before.StopGrace;)
        {
            await hub.WaitAsync(next, Relook, stop).ConfigureAwait(false);
            next = hub.Next(id);
            if (!Runs(await engine.InspectAsync(id, stop).ConfigureAwait(false)))
            {
                return true;
            }

            // Node catches the signal once, takes its handler away, and as PID 1 lives on.
            if (sight.Catches(before.Pid, signal) is false)
            {
                return false;
            }
        }

        return false;
    }

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
                "KILL" => 9,
                "USR1" => 10,
                "USR2" => 12,
                "PIPE" => 13,
                "ALRM" => 14,
                "RTMIN" => 34,
                "WINCH" => 28,
                _ => 15,
            };
    }
}
