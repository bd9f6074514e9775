using System.Text.Json;
using System.Text.Json.Nodes;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>A real PostgreSQL server: kept, put back, and given what belongs into it.</summary>
[Collection(StandInsCollection.Name)]
public sealed class DatabaseCommandTests : DatabaseTest
{
    private const int Interrupt = 2;

    [Fact]
    public async Task What_was_kept_comes_back_and_so_does_what_was_there_before_that()
    {
        var project = await RunningAsync();
        var told = new List<Ran>();

        await new Scenario("a snapshot must hold what the databases held, and a restore must lose nothing that was not kept")
            .Then("a snapshot holds every database, for this user alone", async () =>
            {
                await SqlAsync(project, "create database \"other one\"");
                told.Add(await project.HaleDoesAsync("db", "snapshot", "--name", "good"));
                string[] files = [.. Directory.GetFiles(project.PathOf(".hale/snapshots/good")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
                Assert.Equal(["notes.dump", "other%20one.dump", "postgres.dump", "snapshot.json"], files);
                Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(project.PathOf($".hale/snapshots/good/{file}"))));
                Assert.Single(Directory.GetDirectories(project.PathOf(".hale/snapshots")));
            })
            .Then("a name is taken once", async () => Assert.Equal(2, (await project.HaleAsync("db", "snapshot", "--name", "good")).ExitCode))
            .Then("nothing is replaced where the database was not named, and the command is told", async () =>
            {
                await SqlAsync(project, "update note set text = 'changed'; insert into note values (2, 'second')");
                foreach (var allowed in (string[][])[[], ["--allow-data-loss", "data"]])
                {
                    var ran = await project.HaleAsync(["db", "restore", "good", .. allowed]);
                    told.Add(ran);
                    Assert.Equal(1, ran.ExitCode);
                    Assert.Contains("hale db restore good --allow-data-loss db", ran.Errors, StringComparison.Ordinal);
                    Assert.Contains(allowed.Length == 0 ? "that was not allowed" : "what was allowed is another: 'data'", ran.Errors, StringComparison.Ordinal);
                }

                Assert.Equal("1 changed, 2 second", await NotesAsync(project));
            })
            .Then("what was kept comes back, also a database that was dropped", async () =>
            {
                await SqlAsync(project, "drop database \"other one\"");
                var ran = await project.HaleDoesAsync("db", "restore", "good", "--allow-data-loss", "db");
                told.Add(ran);
                Assert.Equal("1 first", await NotesAsync(project));
                Assert.Equal("1", await SqlAsync(project, "select count(*) from pg_database where datname = 'other one'"));
                Assert.Contains($"hale db restore {Before(project)} --allow-data-loss db", ran.Output, StringComparison.Ordinal);
            })
            .Then("undo names the way back", async () => Assert.Contains($"hale db restore {Before(project)} --allow-data-loss db", (await project.HaleAsync("undo")).Output, StringComparison.Ordinal))
            .Then("what was there before comes back", async () =>
            {
                told.Add(await project.HaleDoesAsync("db", "restore", Before(project), "--allow-data-loss", "db"));
                Assert.Equal("1 changed, 2 second", await NotesAsync(project));
            })
            .Then("a snapshot that was damaged changes nothing", async () =>
            {
                var file = project.PathOf(".hale/snapshots/good/notes.dump");
                var bytes = await File.ReadAllBytesAsync(file);
                await File.WriteAllBytesAsync(file, bytes[..^20]);
                var ran = await project.HaleAsync("db", "restore", "good", "--allow-data-loss", "db");
                Assert.Equal(1, ran.ExitCode);
                Assert.Contains("nothing was changed", ran.Errors, StringComparison.Ordinal);
                Assert.Equal("1 changed, 2 second", await NotesAsync(project));
            })
            .Then("a restore that fails half way leaves the database as it was", async () =>
            {
                await project.HaleDoesAsync("db", "snapshot", "--name", "later");
                await SqlAsync(project, "create table tag (note int references note (id)); insert into tag values (1)");
                var ran = await project.HaleAsync("db", "restore", "later", "--allow-data-loss", "db");
                Assert.Equal(1, ran.ExitCode);
                Assert.Contains("is as it was", ran.Errors, StringComparison.Ordinal);
                Assert.Equal("1 changed, 2 second", await NotesAsync(project));
            })
            .Then("the password is nowhere", () =>
            {
                Assert.All(told, ran => Assert.DoesNotContain(Secret, ran.Told, StringComparison.Ordinal));
                Assert.DoesNotContain(
                    Directory.EnumerateFiles(project.PathOf(".hale"), "*", SearchOption.AllDirectories),
                    file => File.ReadAllText(file).Contains(Secret, StringComparison.Ordinal));
                return Task.CompletedTask;
            })
            .PlayAsync();
    }

    [Fact]
    public async Task Scripts_that_came_too_late_are_found_and_run_up_to_the_first_that_fails()
    {
        var project = await RunningAsync();

        await new Scenario("a script must run once, whenever it came")
            .Then("all ran when the volume was made", async () =>
            {
                var status = await project.HaleDoesAsync("db", "status", "--json");
                var database = Record(status, "database");
                Assert.Equal(("db", "notes", true), (database.GetProperty("service").GetString(), database.GetProperty("default").GetString(), database.GetProperty("scripts")[0].GetProperty("ran").GetBoolean()));
                Assert.StartsWith("17", database.GetProperty("version").GetString(), StringComparison.Ordinal);
                Assert.Contains("nothing to run", (await project.HaleDoesAsync("db", "init")).Output, StringComparison.Ordinal);
            })
            .Then("one that came later is found", async () =>
            {
                project.Write("db/init/02-tags.sql", "create table tag (name text);\n");
                Write(project, "db/init/03-fill.sh", "#!/bin/sh\nset -e\npsql -v ON_ERROR_STOP=1 --username \"$POSTGRES_USER\" --dbname \"$POSTGRES_DB\" -c \"insert into tag values ('by a shell')\"\n");
                project.Write("db/init/04-source.sh", "docker_process_sql -c \"insert into tag values ('by the entrypoint')\"\n");
                var status = await project.HaleAsync("db", "status");
                Assert.True(status.ExitCode == 1, status.Told);
                Assert.Contains("hale db init db", status.Output, StringComparison.Ordinal);
            })
            .Then("it runs, after a snapshot", async () =>
            {
                var ran = await project.HaleDoesAsync("db", "init");
                Assert.Equal("by a shell, by the entrypoint", await SqlAsync(project, "select string_agg(name, ', ' order by name) from tag"));
                Assert.Contains("ran 02-tags.sql", ran.Output, StringComparison.Ordinal);
                Assert.Single(Directory.GetDirectories(project.PathOf(".hale/snapshots"), "before-init-*"));
                await project.HaleDoesAsync("db", "status");
            })
            .Then("one that fails stops the rest, with its line and the way back", async () =>
            {
                project.Write("db/init/05-wrong.sql", "select 1;\n\ninsert into nowhere values (1);\n");
                project.Write("db/init/06-after.sql", "create table after ();\n");
                var ran = await project.HaleAsync("db", "init");
                Assert.Equal(1, ran.ExitCode);
                Assert.Contains("db/init/05-wrong.sql:3:", ran.Errors, StringComparison.Ordinal);
                Assert.Contains("relation \"nowhere\" does not exist", ran.Errors, StringComparison.Ordinal);
                Assert.Contains("hale db init db    # once it is mended", ran.Errors, StringComparison.Ordinal);
                Assert.Contains("hale db restore before-init-", ran.Errors, StringComparison.Ordinal);
                Assert.Contains("what was made since, such as a table, stays", ran.Errors, StringComparison.Ordinal);
                Assert.Equal("0", await SqlAsync(project, "select count(*) from pg_tables where tablename = 'after'"));
            })
            .Then("another can be run by its name", async () =>
            {
                await project.HaleDoesAsync("db", "init", "db", "--only", "06-after.sql");
                Assert.Equal("1", await SqlAsync(project, "select count(*) from pg_tables where tablename = 'after'"));
            })
            .PlayAsync();
    }

    [Fact]
    public async Task Scripts_that_a_restore_took_back_have_not_run()
    {
        var project = await RunningAsync();

        await new Scenario("what is told of scripts must be true of the data that are there")
            .Then("what a restore took back has not run, and runs again", async () =>
            {
                await project.HaleDoesAsync("db", "snapshot", "--name", "early");
                project.Write("db/init/02-more.sql", "insert into note values (7, 'by a script');\n");
                await project.HaleDoesAsync("db", "init");
                await project.HaleDoesAsync("db", "restore", "early", "--allow-data-loss", "db");
                Assert.Equal("1 first", await NotesAsync(project));
                Assert.Equal([true, false], await RanAsync(project));
                await project.HaleDoesAsync("db", "init");
                Assert.Equal("1 first, 7 by a script", await NotesAsync(project));
                Assert.Equal([true, true], await RanAsync(project));
            })
            .Then("a restore that fails changes nothing of that", async () =>
            {
                await SqlAsync(project, "create table bound (note int references note (id))");
                Assert.Equal(1, (await project.HaleAsync("db", "restore", "early", "--allow-data-loss", "db")).ExitCode);
                Assert.Equal([true, true], await RanAsync(project));
                await SqlAsync(project, "drop table bound");
            })
            .Then("a snapshot that does not tell which had run leaves that unknown", async () =>
            {
                var contents = project.PathOf(".hale/snapshots/early/snapshot.json");
                var snapshot = JsonNode.Parse(await File.ReadAllTextAsync(contents))!.AsObject();
                Assert.True(snapshot.Remove("scripts"));
                await File.WriteAllTextAsync(contents, snapshot.ToJsonString());
                await project.HaleDoesAsync("db", "restore", "early", "--allow-data-loss", "db");
                Assert.All(await RanAsync(project), ran => Assert.Null(ran));
                var ran = await project.HaleAsync("db", "init");
                Assert.Equal(3, ran.ExitCode);
                Assert.Contains("does not tell which had run", ran.Errors, StringComparison.Ordinal);
                Assert.Contains("not known whether it ran", (await project.HaleAsync("db", "status")).Output, StringComparison.Ordinal);
            })
            .PlayAsync();
    }

    [Fact]
    public async Task A_database_is_filled_as_the_project_says()
    {
        var project = await RunningAsync();

        await new Scenario("what the project names must be in the database as a whole, or not at all")
            .Then("where there is nothing, what to write is told", async () =>
            {
                var ran = await project.HaleAsync("db", "seed");
                Assert.Equal(2, ran.ExitCode);
                Assert.Contains("x-hale: { database: { seed: [db/seed.sql] } }", ran.Errors, StringComparison.Ordinal);
            })
            .Then("a file in a usual place is taken", async () =>
            {
                project.Write("db/seed.sql", "insert into note values (2, 'it''s seeded');\ninsert into note values (3, 'without an end')");
                await project.HaleDoesAsync("db", "seed");
                Assert.Equal("1 first, 2 it's seeded, 3 without an end", await NotesAsync(project));
            })
            .Then("one that fails leaves nothing of itself, and tells its line", async () =>
            {
                project.Write("db/seed.sql", "insert into note values (4, 'fourth');\ninsert into note values (1, 'again');\n");
                var ran = await project.HaleAsync("db", "seed");
                Assert.Equal(1, ran.ExitCode);
                Assert.Contains("db/seed.sql:2:", ran.Errors, StringComparison.Ordinal);
                Assert.DoesNotContain("hale db restore", ran.Errors, StringComparison.Ordinal);
                Assert.Contains("hale db seed db    # once it is mended", ran.Errors, StringComparison.Ordinal);
                Assert.Equal("1 first, 2 it's seeded, 3 without an end", await NotesAsync(project));
            })
            .Then("one with an open quote leaves nothing of itself", async () =>
            {
                await SeedFailsAsync(project, "insert into note values (4, 'fourth');\ninsert into note values (5, 'open);\n", "failed in 'db' with exit code", "1 first, 2 it's seeded, 3 without an end");
            })
            .Then("a command that is named takes the place of files, and what it says is told without the secret", async () =>
            {
                project.Write("compose.yaml", Compose + "\nx-hale:\n  database:\n    seed:\n      service: db\n      command: [sh, -c, 'echo with $$POSTGRES_PASSWORD; exit 4']\n");
                var ran = await project.HaleAsync("db", "seed");
                Assert.Equal(1, ran.ExitCode);
                Assert.Contains("exit code 4", ran.Errors, StringComparison.Ordinal);
                Assert.Contains("with ", ran.Errors, StringComparison.Ordinal);
                Assert.DoesNotContain(Secret, ran.Told, StringComparison.Ordinal);
            })
            .Then("a secret that stands in the command is neither told nor written down", async () =>
            {
                project.Write("compose.yaml", Compose + "\nx-hale:\n  database:\n    seed:\n      service: db\n      command:\n        - sh\n        - -c\n        - PGPASSWORD=s3cretone psql -d ${PASSWORD}\n");
                var ran = await project.HaleAsync("db", "seed");
                var list = await project.HaleDoesAsync("undo", "--list");
                Assert.Equal(1, ran.ExitCode);
                Assert.Contains("sh -c PGPASSWORD=*** psql -d ***", ran.Errors, StringComparison.Ordinal);
                Assert.Contains("sh -c PGPASSWORD=*** psql -d ***", list.Output, StringComparison.Ordinal);
                foreach (var text in (string[])[ran.Told, list.Told, await File.ReadAllTextAsync(project.PathOf(".hale/journal.jsonl"))])
                {
                    Assert.DoesNotContain("s3cretone", text, StringComparison.Ordinal);
                    Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
                }
            })
            .Then("what cannot be meant is refused with its place", async () =>
            {
                project.Write("compose.yaml", Compose + "\nx-hale:\n  database:\n    seed: [../seed.sql]\n");
                var ran = await project.HaleAsync("db", "seed");
                Assert.Equal(2, ran.ExitCode);
                Assert.Contains("x-hale.database.seed[0]", ran.Errors, StringComparison.Ordinal);
            })
            .PlayAsync();
    }

    [Fact]
    public async Task A_seed_of_which_nothing_stayed_did_not_just_run()
    {
        var project = await RunningAsync();

        await new Scenario("what became of a seed's transaction is told")
            .Then("one that was rolled back, or kept in spite of errors, did not just run", async () =>
            {
                await SeedFailsAsync(
                    project,
                    "\\set ON_ERROR_STOP off\ninsert into note values (4, 'fourth');\ninsert into nowhere values (1);\ninsert into note values (5, 'fifth');\n",
                    "ran to its end in 'db' with 2 errors, and its transaction was rolled back: nothing of it is kept",
                    "1 first");
                await SeedFailsAsync(project, "insert into note values (4, 'fourth');\nrollback;\n", "ran to its end in 'db', and its transaction was rolled back; it has words", "1 first");
            })
            .Then("one that ends the transaction itself and fails then is told to have left something", async () =>
            {
                var ran = await SeedFailsAsync(project, "insert into note values (4, 'fourth');\ncommit;\ninsert into nowhere values (1);\n", "failed in 'db' with exit code 3, and it had ended its transaction itself: what it did in it is kept", "1 first, 4 fourth");
                Assert.Contains("hale db restore before-seed-", ran.Errors, StringComparison.Ordinal);
            })
            .PlayAsync();
    }

    [Fact]
    public async Task A_snapshot_that_is_broken_off_leaves_nothing_behind()
    {
        var project = await RunningAsync();
        var holder = Tool.Start("docker", ["exec", (await project.ContainerAsync("db")).Id, "psql", "-U", "keeper", "-d", "notes", "-c", "begin; lock table note; select pg_sleep(60)"]);
        try
        {
            await Until.SoAsync("the table is held", async () => await SqlAsync(project, "select count(*) from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()") == "1");
            using var taking = project.StartHale("db", "snapshot");
            await Until.SoAsync("the snapshot waits for it", async () => await SqlAsync(project, "select count(*) from pg_locks where not granted") != "0");

            await taking.SignalAsync(2);
            var ran = await project.EndAsync(taking);

            Assert.True(ran.ExitCode == 130, ran.Told);
            Assert.Empty(Directory.GetFileSystemEntries(project.PathOf(".hale/snapshots")));
            await Until.SoAsync("nobody waits any more", async () => await SqlAsync(project, "select count(*) from pg_locks where not granted") == "0");
        }
        finally
        {
            holder.Dispose();
        }
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("init")]
    [InlineData("restore slow --allow-data-loss db")]
    public async Task What_is_broken_off_ends_in_the_container_too_and_harms_nobody_else(string what)
    {
        const string Sleep = "select pg_sleep(20);\n";
        var project = await RunningAsync();
        await SqlAsync(project, "create function slow() returns int language plpgsql as 'begin perform pg_sleep(0.1 * (select count(*) from public.note)); return 1; end'; create materialized view seen as select slow()");
        await SqlAsync(project, "insert into note select g, 'more' from generate_series(100, 299) g");
        await project.HaleDoesAsync("db", "snapshot", "--name", "slow");
        await SqlAsync(project, "insert into note values (1000, 'after')");
        var before = await SqlAsync(project, "select count(*) from note");
        project.Write("db/seed.sql", $"insert into note values (2000, 'seeded');\n{Sleep}");
        project.Write("db/init/07-slow.sql", $"begin;\ninsert into note values (3000, 'by a script');\n{Sleep}commit;\n");
        using var other = Tool.Start("docker", ["exec", (await project.ContainerAsync("db")).Id, "psql", "-U", "keeper", "-d", "notes", "-c", "select pg_sleep(120) as another"]);

        using var hale = project.StartHale(["db", .. what.Split(' ')]);
        await Until.SoAsync("it runs", async () => await CountAsync("query ~ 'pg_sleep.20.|MATERIALIZED VIEW'") == "1");
        await hale.SignalAsync(Interrupt);
        var ended = await project.EndAsync(hale);

        Assert.Equal(130, ended.ExitCode);
        Assert.Equal("psql", (await project.InsideAsync("db", "sh", "-c", "cat /proc/[0-9]*/comm | grep -E '^(psql|pg_restore|head)$'")).Trim());
        Assert.Equal(before, await SqlAsync(project, "select count(*) from note"));
        Assert.Equal("1", await CountAsync("query like '%as another%'"));

        async Task<string> CountAsync(string which) => await SqlAsync(project, $"select count(*) from pg_stat_activity where {which} and state = 'active' and pid <> pg_backend_pid()");
    }

    [Fact]
    public async Task A_restore_waits_a_minute_for_what_others_hold_and_no_longer()
    {
        var project = await RunningAsync();
        await project.HaleDoesAsync("db", "snapshot", "--name", "good");
        await SqlAsync(project, "update note set text = 'changed'");
        var holder = Tool.Start("docker", ["exec", (await project.ContainerAsync("db")).Id, "psql", "-U", "keeper", "-d", "notes", "-c", "begin; select * from note; select pg_sleep(240)"]);
        try
        {
            await Until.SoAsync("the table is held", async () => await SqlAsync(project, "select count(*) from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()") == "1");
            var ran = await project.HaleAsync("db", "restore", "good", "--allow-data-loss", "db");

            Assert.True(ran.ExitCode == 1, ran.Told);
            Assert.Contains("others held a part of it for longer than a minute, and is as it was", ran.Errors, StringComparison.Ordinal);
            Assert.Matches("held for longer than a minute: (public\\.)?note, by process [0-9]+ of keeper with psql, active: begin; select \\* from note; select pg_sleep\\(240\\)", ran.Errors);
            Assert.Contains("docker compose stop SERVICE", ran.Errors, StringComparison.Ordinal);
            Assert.Equal("1 changed", await NotesAsync(project));
            Assert.Equal("0", await SqlAsync(project, "select count(*) from pg_stat_activity where application_name like 'hale%'"));
        }
        finally
        {
            holder.Dispose();
        }
    }

    [Fact]
    public async Task What_database_is_meant_is_asked_where_it_is_not_clear()
    {
        var project = Project("services:\n  one: { image: \"postgres:17\" }\n  two: { image: \"postgis/postgis:17\" }\n  cache: { image: \"redis:7\" }\n");

        var several = await project.HaleAsync("db", "status");
        var cache = await project.HaleAsync("db", "snapshot", "cache");
        var stopped = await project.HaleAsync("db", "init", "one");

        Assert.Equal((2, 2, 1), (several.ExitCode, cache.ExitCode, stopped.ExitCode));
        Assert.Contains("hale db status one\n  hale db status two", several.Errors, StringComparison.Ordinal);
        Assert.Contains("'redis'", cache.Errors, StringComparison.Ordinal);
        Assert.Contains("hale docker one", stopped.Errors, StringComparison.Ordinal);
    }

    private static async Task<Ran> SeedFailsAsync(TestProject project, string sql, string says, string notes)
    {
        project.Write("db/seed.sql", sql);
        var ran = await project.HaleAsync("db", "seed");
        Assert.True(ran.ExitCode == 1, ran.Told);
        Assert.Contains($"db/seed.sql {says}", ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("ran db/seed.sql", ran.Output, StringComparison.Ordinal);
        Assert.Equal(notes, await NotesAsync(project));
        return ran;
    }

    private static void Write(TestProject project, string file, string text)
    {
        project.Write(file, text);
        File.SetUnixFileMode(project.PathOf(file), File.GetUnixFileMode(project.PathOf(file)) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static async Task<bool?[]> RanAsync(TestProject project) =>
        [.. Record(await project.HaleAsync("db", "status", "--json"), "database").GetProperty("scripts").EnumerateArray().Select(script => script.TryGetProperty("ran", out var ran) ? ran.GetBoolean() : (bool?)null)];

    private static JsonElement Record(Ran ran, string type) =>
        ran.Lines.Select(line => JsonDocument.Parse(line).RootElement).First(record => record.GetProperty("type").GetString() == type);
}
