using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Hale.Kernel.Stacks;
using Hale.Machine.Processes;
using Hale.Machine.Projects;

namespace Hale.Machine.Keepers;

/// <summary>The place for a project's one keeper: who sits in it, starting one, ending one.</summary>
public sealed class KeeperSeat(Project project, TimeProvider clock)
{
    private const string Mark = "keeper.json";
    private const string LogFile = "keeper.log";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly StateFolder _folder = new(project);

    /// <summary>Where a keeper writes what it sees and does.</summary>
    public string Log => _folder.PathOf(LogFile);

    /// <summary>The keeper that runs; null when there is none.</summary>
    public KeeperMark? Sitting => Read() is { } mark && StartTime.Of(mark.Pid) == mark.Started ? mark : null;

    /// <summary>A keeper that is gone and did not say so, as one that was killed; null when there is none.</summary>
    public KeeperMark? Lost => Read() is { } mark && StartTime.Of(mark.Pid) != mark.Started ? mark : null;

    /// <summary>Makes this process the keeper; null when another one is. The system gives the place back when the process ends, however it ends.</summary>
    public KeeperClaim? Take(string asked)
    {
        _folder.Make();
        if (HeldFile.TryTake(_folder.PathOf("keeper.lock")) is not { } held)
        {
            return null;
        }

        var mark = new KeeperMark(Environment.ProcessId, StartTime.Of(Environment.ProcessId), clock.GetUtcNow()) { Asked = asked };
        return new KeeperClaim(held, mark, Write, () => Forget(mark));
    }

    /// <summary>Leaves the terminal, so that its end is not the keeper's.</summary>
    public static void LeaveTerminal()
    {
        if (!OperatingSystem.IsWindows())
        {
            Session.LeaveTerminal();
        }
    }

    /// <summary>Starts a program as keeper, apart from this process and its terminal, and waits until it hears the engine.</summary>
    /// <returns>The keeper; null when it ended at once or does not hear the engine in time.</returns>
    public async Task<KeeperMark?> StartAsync(string program, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        _folder.Make();
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };

        // The text is fixed: the log and the command come as arguments. What the program itself says goes to its log, and its last words too.
        foreach (var part in (string[])["-c", "trap '' HUP; log=$1; shift; exec \"$@\" >/dev/null 2>>\"$log\" </dev/null", "sh", Log, program, .. arguments])
        {
            start.ArgumentList.Add(part);
        }

        try
        {
            using var process = Process.Start(start);
            for (var began = clock.GetTimestamp(); process is not null && clock.GetElapsedTime(began) < StartPatience; await Task.Delay(Glance, clock, stop).ConfigureAwait(false))
            {
                if (Sitting is { Watches: true } sitting)
                {
                    return sitting;
                }

                if (process.HasExited)
                {
                    return Sitting;
                }
            }
        }
        catch (Win32Exception)
        {
            // There is no shell, so there is no keeper.
        }

        return Sitting;
    }

    /// <summary>Asks the keeper to end and waits; one that does not is ended. False when there was none.</summary>
    public async Task<bool> StopAsync(CancellationToken stop)
    {
        if (Sitting is not { } mark)
        {
            if (Lost is { } lost)
            {
                Forget(lost);
            }

            return false;
        }

        Session.Signal(mark.Pid, Session.Terminate);
        for (var (asked, forced) = (clock.GetTimestamp(), false); StartTime.Of(mark.Pid) == mark.Started; await Task.Delay(Glance, clock, stop).ConfigureAwait(false))
        {
            if (!forced && clock.GetElapsedTime(asked) > StopPatience)
            {
                forced = true;
                Session.Signal(mark.Pid, Session.Kill);
            }
        }

        Forget(mark);
        return true;
    }

    // A folder that was deleted with the project is not made again.
    private void Write(KeeperMark mark)
    {
        if (Directory.Exists(project.State))
        {
            _folder.Write(Mark, JsonSerializer.Serialize(mark, KeeperJson.Default.KeeperMark));
        }
    }

    private void Forget(KeeperMark mark)
    {
        if (Read() is { } there && (there.Pid, there.Started) == (mark.Pid, mark.Started))
        {
            _folder.Delete(Mark);
        }
    }

    private KeeperMark? Read()
    {
        try
        {
            return _folder.Read(Mark) is { } text ? JsonSerializer.Deserialize(text, KeeperJson.Default.KeeperMark) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
