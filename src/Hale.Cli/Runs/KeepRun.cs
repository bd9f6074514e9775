using System.Globalization;
using Hale.Kernel.Faults;
using Hale.Machine.Keepers;

namespace Hale.Cli.Runs;

/// <summary>The project's keeper: a hale apart from any terminal that stays with the stack, one a project.</summary>
internal sealed class KeepRun(Rooms rooms)
{
    private readonly KeeperSeat _seat = rooms.Keeper;

    /// <exception cref="ProblemException">It did not start, or does not hear the engine.</exception>
    public async Task<KeeperReport> KeepAsync(UpOptions options, CancellationToken stop)
    {
        IReadOnlyList<string> line = [.. LineOf(options)];
        var asked = string.Join(' ', line);
        if (_seat.Sitting is { } before && before.Asked == asked)
        {
            return Report();
        }

        // One that keeps something else gives up its place.
        await _seat.StopAsync(stop).ConfigureAwait(false);
        var (program, first) = Itself();
        return await _seat.StartAsync(program, [.. first, .. line], stop).ConfigureAwait(false) is { Watches: true }
            ? Report() with { IsNew = true }
            : throw new ProblemException(new Problem("The stack is up, and no keeper could be left behind that hears what happens to it")
            {
                Advice = [$"tail {_seat.Log}", "hale docker --watch"],
                Verdict = Verdict.SomethingLeft,
            });
    }

    /// <exception cref="ProblemException">There is one.</exception>
    public async Task BeKeeperAsync(UpOptions options, CancellationToken stop)
    {
        using var claim = _seat.Take(string.Join(' ', LineOf(options))) ?? throw new ProblemException(new Problem($"This project has a keeper already{(_seat.Sitting is { } other ? string.Create(CultureInfo.InvariantCulture, $" (process {other.Pid})") : "")}")
        {
            Advice = ["hale keeper stop"],
            Verdict = Verdict.SomethingLeft,
        });
        KeeperSeat.LeaveTerminal();
        var log = new KeeperLog(rooms, claim);
        log.Say(string.Create(CultureInfo.InvariantCulture, $"the keeper begins, process {claim.Mark.Pid}, {rooms.Session.Project.Directory}"));
        try
        {
            await new WatchRun(rooms, options, log).RunAsync(stop).ConfigureAwait(false);
        }
        catch (Exception ended)
        {
            log.Say($"the keeper cannot go on: {ended.Message}");
            throw;
        }

        log.Say("the keeper ends");
    }

    public KeeperReport Report() => _seat.Sitting is { } mark
        ? new KeeperReport { Pid = mark.Pid, Since = mark.Since, Mended = mark.Mended, Left = mark.Left, Log = _seat.Log }
        : new KeeperReport { Lost = _seat.Lost?.Pid, Log = _seat.Log };

    public async Task<Receipt> StopAsync(CancellationToken stop)
    {
        var pid = _seat.Sitting?.Pid;
        return await _seat.StopAsync(stop).ConfigureAwait(false)
            ? new Receipt(true, string.Create(CultureInfo.InvariantCulture, $"the keeper (process {pid}) has ended"))
            : new Receipt(false, "no keeper runs for this project");
    }

    private static (string Program, IReadOnlyList<string> First) Itself()
    {
        var running = Environment.ProcessPath ?? "hale";
        return Path.GetFileNameWithoutExtension(running) == "dotnet" ? (running, [Path.Combine(AppContext.BaseDirectory, "hale.dll")]) : (running, []);
    }

    private IEnumerable<string> LineOf(UpOptions options)
    {
        var project = rooms.Session.Project;
        IEnumerable<string> line = ["-C", project.Directory, .. project.Files.SelectMany(file => (string[])["-f", file]), .. project.Profiles.SelectMany(profile => (string[])["--profile", profile])];
        return line
            .Concat(project is { Name: { } name, HasOwnName: false } ? ["-p", name] : [])
            .Concat(["keeper", "run"])
            .Concat(options.Timeout is { } limit ? ["--timeout", string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds}s")] : [])
            .Concat(options.MendNothing ? ["--no-mend"] : [])
            .Concat(options.Services);
    }
}

/// <summary>Notes beside the log how a keeper goes, for <c>hale status</c>.</summary>
internal sealed class KeeperLog(Rooms rooms, KeeperClaim claim) : WatchLog(rooms.Session.Stage)
{
    public override void Watches() => claim.Note(claim.Mark with { Watches = true });

    public override void Mended(string service) => claim.Note(claim.Mark with { Mended = claim.Mark.Mended + 1 });

    public override void Left(string service, bool isLeft) => claim.Note(claim.Mark with
    {
        Left = isLeft ? [.. claim.Mark.Left.Append(service).Distinct()] : [.. claim.Mark.Left.Where(left => left != service)],
    });
}
