using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>A restore while others work with the database.</summary>
[Collection(StandInsCollection.Name)]
public sealed class DatabaseRestoreTests : DatabaseTest
{
    [Fact]
    public async Task What_others_write_while_the_snapshot_before_a_restore_is_taken_is_not_lost()
    {
        var project = await RunningAsync();
        await SqlAsync(project, "create materialized view seen as select 1 as one");
        await project.HaleDoesAsync("db", "snapshot", "--name", "good");
        await SqlAsync(project, "update note set text = 'changed'");

        // Nobody writes to a materialized view, yet the snapshot waits for it.
        using var holder = await PsqlAsync(project, "begin; refresh materialized view seen; select pg_sleep(300)");
        await UntilAsync(project, "one holds the view", "query like '%pg_sleep(300)%' and state = 'active'");
        using var restore = project.StartHale("db", "restore", "good", "--allow-data-loss", "db");
        await UntilAsync(project, "the snapshot waits", "wait_event_type = 'Lock' and application_name = 'hale'");
        using var writer = await PsqlAsync(project, "insert into note values (50, 'meanwhile')");
        await UntilAsync(project, "the writer wrote, or waits", "query like 'insert into note%'");
        await SqlAsync(project, "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(300)%' and pid <> pg_backend_pid()");
        var ran = await project.EndAsync(restore);
        var written = await project.EndAsync(writer);

        Assert.True(ran.ExitCode == 0, ran.Told);
        Assert.True(written.ExitCode == 0, written.Told);
        Assert.Contains("nobody else writes to notes, postgres of 'db' from here on", ran.Output, StringComparison.Ordinal);
        Assert.Equal("1 first, 50 meanwhile", await NotesAsync(project));
    }

    [Fact]
    public async Task Who_read_before_and_wants_to_write_then_stands_in_the_way_of_a_restore_and_loses_nothing()
    {
        var project = await RunningAsync();
        await project.HaleDoesAsync("db", "snapshot", "--name", "good");
        using var client = await PsqlAsync(project, """
            do $$ begin
              perform count(*) from note;
              while not exists (select from pg_locks where relation = 'note'::regclass and mode = 'ExclusiveLock' and granted) loop perform pg_sleep(0.1); end loop;
              update note set text = 'mine';
            end $$
            """);
        await UntilAsync(project, "the client has read", "query like 'do %' and state = 'active'");

        var ran = await project.HaleAsync("db", "restore", "good", "--allow-data-loss", "db");
        var ended = await project.EndAsync(client);

        // The server ends one of the two.
        Assert.True((ran.ExitCode, ended.ExitCode) is (1, 0) or (0, 1), $"{ran.Told}\n{ended.Told}");
        Assert.Equal(ran.ExitCode == 0 ? "1 first" : "1 mine", await NotesAsync(project));
        if (ran.ExitCode == 1)
        {
            Assert.Contains("for a client that had read from it in its transaction waited to write to it, and is as it was", ran.Errors, StringComparison.Ordinal);
            Assert.Contains("docker compose stop SERVICE", ran.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_restore_that_cannot_keep_writers_out_changes_nothing()
    {
        var project = await RunningAsync();
        await project.HaleDoesAsync("db", "snapshot", "--name", "good");
        await SqlAsync(project, "update note set text = 'changed'");
        using var holder = await PsqlAsync(project, "begin; update note set text = 'not yet'; select pg_sleep(300)");
        await UntilAsync(project, "one writes", "query like '%pg_sleep(300)%' and state = 'active'");

        var ran = await project.HaleAsync("db", "restore", "good", "--allow-data-loss", "db");

        Assert.True(ran.ExitCode == 1, ran.Told);
        Assert.Contains("'notes' could not be restored, for others held a part of it for longer than a minute, and is as it was", ran.Errors, StringComparison.Ordinal);
        Assert.Equal("1 changed", await NotesAsync(project));
        Assert.Equal("0", await SqlAsync(project, "select count(*) from pg_stat_activity where application_name like 'hale%'"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public async Task What_a_restore_replaced_before_it_was_ended_is_told_or_can_be_taken_back(int signal)
    {
        var project = await RunningAsync();
        await SqlAsync(project, "create database before_it");
        await SqlAsync(project, "create function slow() returns int language plpgsql as 'begin perform pg_sleep(0.1 * (select count(*) from public.note)); return 1; end'; create materialized view seen as select slow()");
        await SqlAsync(project, "insert into note select g, 'more' from generate_series(100, 299) g");
        await project.HaleDoesAsync("db", "snapshot", "--name", "slow");
        using var hale = project.StartHale("db", "restore", "slow", "--allow-data-loss", "db");
        await UntilAsync(project, "the second is replaced", "query ~ 'MATERIALIZED VIEW' and state = 'active'");

        await hale.SignalAsync(signal);
        var ended = await project.EndAsync(hale);
        var list = (await project.HaleDoesAsync("undo", "--list")).Output;

        var back = $"hale db restore {Before(project)} --allow-data-loss db";
        Assert.Contains("it was broken off", list, StringComparison.Ordinal);
        Assert.Contains($"by hand: {back}", list, StringComparison.Ordinal);
        if (signal == 2)
        {
            Assert.Equal(130, ended.ExitCode);
            Assert.Contains("interrupted; replaced: before_it; as before: notes, postgres", ended.Errors, StringComparison.Ordinal);
            Assert.Contains(back, ended.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_role_that_is_missing_is_named_with_a_command_that_makes_it()
    {
        var project = await RunningAsync();
        await SqlAsync(project, "create role bob; alter table note owner to bob");
        await project.HaleDoesAsync("db", "snapshot", "--name", "good");
        await SqlAsync(project, "drop table note; drop role bob");

        var ran = await project.HaleAsync("db", "restore", "good", "--allow-data-loss", "db");
        Assert.True(ran.ExitCode == 1, ran.Told);
        var command = Assert.Single(ran.Errors.Split('\n'), line => line.Contains("docker compose exec db", StringComparison.Ordinal)).Trim();
        Assert.Contains("create role \\\"bob\\\"", command, StringComparison.Ordinal);
        var made = await Tool.RunAsync("sh", ["-c", command.Replace("docker compose", $"docker compose --project-directory {project.Folder} -p {project.Name}", StringComparison.Ordinal)], project.Folder);

        Assert.True(made.ExitCode == 0, made.Told);
        await project.HaleDoesAsync("db", "restore", "good", "--allow-data-loss", "db");
        Assert.Equal("1 first", await NotesAsync(project));
    }

    [Fact]
    public async Task What_is_only_asked_for_is_told_and_not_done()
    {
        var project = await RunningAsync();
        await project.HaleDoesAsync("db", "snapshot", "--name", "good");
        await SqlAsync(project, "update note set text = 'changed'");
        project.Write("db/seed.sql", "insert into note values (2, 'seeded');\n");
        project.Write("db/init/02-more.sql", "insert into note values (3, 'by a script');\n");

        foreach (var (line, says) in ((string, string)[])
        [
            ("restore good", "this would replace notes, postgres of 'db' with the snapshot good, after a snapshot of what is there; nothing was done"),
            ("init", "this would run 02-more.sql in the database 'db', after a snapshot of what is there; nothing was done"),
            ("seed", "this would fill the database 'db' with db/seed.sql, after a snapshot of what is there; nothing was done"),
        ])
        {
            var ran = await project.HaleDoesAsync(["db", .. line.Split(' '), "--dry-run"]);
            Assert.Contains(says, ran.Output, StringComparison.Ordinal);
        }

        Assert.Equal("1 changed", await NotesAsync(project));
        Assert.Single(Directory.GetDirectories(project.PathOf(".hale/snapshots")));
    }

    private static async Task<Running> PsqlAsync(TestProject project, string sql) =>
        Tool.Start("docker", ["exec", (await project.ContainerAsync("db")).Id, "psql", "-U", "keeper", "-d", "notes", "-c", sql]);

    private static Task UntilAsync(TestProject project, string what, string which) =>
        Until.SoAsync(what, async () => await SqlAsync(project, $"select count(*) from pg_stat_activity where {which} and pid <> pg_backend_pid()") != "0");
}
