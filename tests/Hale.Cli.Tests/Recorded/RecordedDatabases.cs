using Hale.Cli.Runs;
using Hale.Docker.Databases;
using Hale.Kernel.Faults;
using Hale.Machine.Databases;

namespace Hale.Cli.Tests.Recorded;

/// <summary>Tells of one database, and does nothing to it.</summary>
internal sealed class RecordedDatabases(Func<Session> session, Action<object> ask) : IDatabaseRuns
{
    private static readonly DateTimeOffset Made = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Snapshot Kept = new()
    {
        Name = "before-upgrade",
        Service = "db",
        Kind = "postgres",
        Version = "17.6",
        TakenAt = Made.AddDays(1),
        Databases = [new SnapshotPart("notes", 48_200, "d1"), new SnapshotPart("postgres", 812, "d2")],
    };

    public Task<DatabaseReport> ReportAsync(string? service, CancellationToken stop)
    {
        ask(service ?? "");
        return Task.FromResult(new DatabaseReport
        {
            Service = "db",
            Server = "PostgreSQL",
            Facts = new ServerFacts
            {
                Version = "17.6",
                Database = "notes",
                Identity = "7400000000000000000",
                MadeAt = Made,
                Connections = 3,
                ConnectionLimit = 100,
                Databases = [new DatabaseSize("notes", 7_639_711), new DatabaseSize("postgres", 7_549_599)],
            },
            Scripts = [Script("01-notes.sql", Made.AddHours(-1), true), Script("02-tags.sql", Made.AddDays(2), false)],
            Snapshots = [Kept],
        });
    }

    public Task<TakenSnapshot> SnapshotAsync(string? service, string? name, CancellationToken stop)
    {
        ask((service, name));
        return Task.FromResult(new TakenSnapshot(Kept with { Name = name ?? "db-20260302T120000" }, TimeSpan.FromMilliseconds(420)));
    }

    public async Task RestoreAsync(string snapshot, string? service, bool dry, Action<DatabaseStep> tell, CancellationToken stop)
    {
        var act = new RestoreDatabase("db", snapshot, ["notes", "postgres"], "a test asks");
        if (dry)
        {
            tell(DatabaseStep.Intended(act));
            return;
        }

        if (!await session().Consent.AllowsAsync(act, stop))
        {
            throw new ProblemException(RestoreRun.NotAllowed(act, session().Consent.Expendable, service));
        }

        tell(DatabaseStep.Of(new TakenSnapshot(Kept with { Name = "before-restore-20260302T120000" }, TimeSpan.FromMilliseconds(420))));
        tell(new DatabaseStep("replaced 'notes' of 'db'") { Took = TimeSpan.FromMilliseconds(160) });
        tell(new DatabaseStep(RestoreRun.ToGoBack) { Back = "hale db restore before-restore-20260302T120000 --allow-data-loss db" });
    }

    public Task InitAsync(string? service, IReadOnlyList<string> only, bool dry, Action<DatabaseStep> tell, CancellationToken stop)
    {
        ask(only);
        tell(dry ? DatabaseStep.Intended(new RunFirstScripts("db", ["02-tags.sql"], "a test asks")) : new DatabaseStep("ran 02-tags.sql in 'db'") { Took = TimeSpan.FromMilliseconds(60) });
        return Task.CompletedTask;
    }

    public Task SeedAsync(string? service, bool dry, Action<DatabaseStep> tell, CancellationToken stop) => throw new ProblemException(
        new Problem("db/seed.sql failed in 'db' with exit code 3; what would follow was not run") { File = "db/seed.sql", Line = 3, Seen = ["psql:<stdin>:3: ERROR:  relation \"note\" does not exist"], Verdict = Verdict.SomethingLeft });

    private static InitScript Script(string name, DateTimeOffset changedAt, bool ran) =>
        new(name, $"{InitScripts.Place}/{name}", $"/srv/notes/db/init/{name}") { ChangedAt = changedAt, Digest = "d", Ran = ran };
}
