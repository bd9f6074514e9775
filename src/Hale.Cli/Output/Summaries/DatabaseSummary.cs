using System.Globalization;
using Hale.Cli.Runs;
using Hale.Docker.Databases;
using Hale.Machine.Databases;

namespace Hale.Cli.Output.Summaries;

/// <summary>Tells of a database server, and of what is done with it.</summary>
internal static class DatabaseSummary
{
    private const int MostSnapshots = 10;

    public static void Write(Page page, DatabaseReport report)
    {
        page.Table(
        [
            [new Cell("server"), new Cell($"'{report.Service}', {report.Server} {report.Facts.Version}")],
            .. report.Facts.MadeAt is { } made ? (IReadOnlyList<Cell>[])[[new Cell("  made"), new Cell(Moment(made))]] : [],
            [new Cell("  connections"), Connections(page, report.Facts)],
            .. report.Facts.Databases.Select(one => (IReadOnlyList<Cell>)[new Cell("database"), new Cell($"{one.Name}, {Words.Size(one.Bytes)}{(one.Name == report.Facts.Database ? ", the one that the environment names" : "")}")]),
            .. report.Scripts.Select(script => (IReadOnlyList<Cell>)[new Cell("init script"), new Cell($"{script.Name}, {State(script)}", script.Ran is false ? page.Paint.Warn : null)]),
            .. report.Snapshots.Take(MostSnapshots).Select(one => (IReadOnlyList<Cell>)[new Cell("snapshot"), new Cell($"{one.Name}, {Moment(one.TakenAt)}, {Words.Size(one.Bytes)}")]),
        ]);
        Advise(page, report);
        page.Flush();
    }

    /// <summary>A snapshot that was taken, and how it is put back.</summary>
    public static void Write(Page page, TakenSnapshot taken)
    {
        Write(page, DatabaseStep.Of(taken));
        page.Say($"it is in {SnapshotShelf.FolderOf(taken.Snapshot.Name)}, for this user alone; to put it back:", 0, page.Paint.Faint);
        page.Verbatim($"hale db restore {taken.Snapshot.Name} --allow-data-loss {taken.Snapshot.Service}", 1);
        page.Flush();
    }

    /// <summary>A step, as soon as it is done.</summary>
    public static void Write(Page page, DatabaseStep step)
    {
        if (step.Back is { } back)
        {
            page.Say($"{step.Says}:", 0, page.Paint.Faint);
            page.Verbatim(back, 1);
        }
        else
        {
            string?[] measures = [step.Bytes is { } bytes ? Words.Size(bytes) : null, step.Took is { } took ? Words.Of(took) : null];
            var measured = string.Join(", ", measures.OfType<string>());
            page.Say(measured.Length == 0 ? step.Says : $"{step.Says} ({measured})", 0, page.Paint.Good);
        }

        page.Flush();
    }

    private static void Advise(Page page, DatabaseReport report)
    {
        if (report.Snapshots.Count > MostSnapshots)
        {
            page.Say($"and {Words.Count(report.Snapshots.Count - MostSnapshots, "older snapshot")}; --json lists all", 0, page.Paint.Faint);
        }

        if (report.Unknown is { } unknown)
        {
            page.Gap();
            page.Say($"which init scripts it ran is not known: {unknown}", 0, page.Paint.Warn);
        }

        if (report.Scripts.Count(script => script.Ran is false) is > 0 and var due)
        {
            page.Gap();
            page.Say($"{Words.Count(due, "init script")} did not run as {(due == 1 ? "it is" : "they are")} now; this takes a snapshot and runs {(due == 1 ? "it" : "them")}:", 0, page.Paint.Warn);
            page.Verbatim($"hale db init {report.Service}", 1);
        }
    }

    private static Cell Connections(Page page, ServerFacts facts) => new(
        $"{facts.Connections.ToString(CultureInfo.InvariantCulture)} of at most {facts.ConnectionLimit.ToString(CultureInfo.InvariantCulture)}",
        facts.Connections * 10 >= facts.ConnectionLimit * 9 ? page.Paint.Warn : null);

    private static string State(InitScript script) => script.Ran switch
    {
        true => "ran",
        false => $"not run as it is now: made or changed {Moment(script.ChangedAt)}",
        null => "not known whether it ran",
    };

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
