using System.IO.Compression;
using System.Text;
using Hale.Kernel.Stacks;
using Hale.Machine.Databases;
using Hale.Machine.Projects;

namespace Hale.Machine.Tests;

/// <summary>The scripts for a database's first start, and the files that fill it.</summary>
public sealed class DatabaseFileTests : IDisposable
{
    private static readonly DateTimeOffset Long = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("hale-database-").FullName;

    private Project Project => new() { Directory = _folder };

    private InitScripts Scripts => new(new StateFolder(Project));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(null, -10, true)]
    [InlineData(null, 0.9, true)]
    [InlineData(null, 1.1, false)]
    [InlineData("d", 10, true)]
    [InlineData("older", 10, false)]
    public void A_script_ran_when_it_is_older_than_the_data_or_is_known_to_have_run_as_it_is(string? remembered, double seconds, bool ran) =>
        Assert.Equal(ran, InitScripts.Ran(remembered, OtherScripts.RanWhenOlder, "d", Long.AddSeconds(seconds), Long));

    [Fact]
    public void Nothing_is_known_of_scripts_where_the_age_of_the_data_is_not() => Assert.Null(InitScripts.Ran(null, OtherScripts.RanWhenOlder, "d", Long, null));

    [Theory]
    [InlineData("d", OtherScripts.NeverRan, true)]
    [InlineData("older", OtherScripts.NeverRan, false)]
    [InlineData(null, OtherScripts.NeverRan, false)]
    [InlineData("d", OtherScripts.Unknown, true)]
    [InlineData(null, OtherScripts.Unknown, null)]
    public void Once_a_snapshot_was_put_back_times_tell_nothing(string? remembered, OtherScripts others, bool? ran) =>
        Assert.Equal(ran, InitScripts.Ran(remembered, others, "d", Long.AddSeconds(-10), Long));

    [Fact]
    public void What_a_snapshot_kept_of_scripts_holds_once_it_is_put_back_and_what_runs_afterwards_is_added()
    {
        Write("init/01.sql", "select 1;");
        var service = new Service { Name = "db", Image = "postgres:17", Mounts = [Bind("init", InitScripts.Place)] };
        var later = DateTimeOffset.UtcNow.AddHours(1);
        Assert.True(Assert.Single(Scripts.Of(service, "1", later)).Ran);
        var kept = Scripts.Known("db", "1").Scripts;

        Scripts.Keep("db", RanScripts.PutBack("1", new Dictionary<string, string>()));
        var due = Assert.Single(Scripts.Of(service, "1", later));
        Assert.False(due.Ran);

        Scripts.Keep("db", RanScripts.PutBack("1", null));
        Assert.Null(Assert.Single(Scripts.Of(service, "1", later)).Ran);
        Scripts.Remember("db", "1", [due]);
        Assert.True(Assert.Single(Scripts.Of(service, "1", later)).Ran);
        Assert.Equal(OtherScripts.Unknown, Scripts.Known("db", "1").Others);

        Scripts.Keep("db", RanScripts.PutBack("1", kept));
        Assert.True(Assert.Single(Scripts.Of(service, "1", later)).Ran);
    }

    [Fact]
    public void Scripts_are_those_of_the_mounted_folder_and_of_single_mounts_in_their_order()
    {
        Write("init/10-b.sql", "");
        Write("init/02-a.sh", "");
        Write("init/readme.md", "");
        Write("init/below/03.sql", "");
        Write("one.sql", "select 1;");
        var service = new Service
        {
            Name = "db",
            Image = "postgres:17",
            Mounts = [Bind("init", InitScripts.Place), Bind("one.sql", $"{InitScripts.Place}/05-one.sql"), Bind("missing.sql", $"{InitScripts.Place}/06.sql"), Bind("init", $"{InitScripts.Place}/deep/er")],
        };

        Assert.Equal(["02-a.sh", "05-one.sql", "10-b.sql"], Scripts.Of(service, "1", Long).Select(script => script.Name));
    }

    [Fact]
    public void A_script_that_ran_is_known_until_it_changes_or_the_data_is_other_data()
    {
        Write("init/01.sql", "select 1;");
        var service = new Service { Name = "db", Image = "postgres:17", Mounts = [Bind("init", InitScripts.Place)] };

        var due = Assert.Single(Scripts.Of(service, "1", Long));
        Assert.False(due.Ran);
        Scripts.Remember("db", "1", [due]);
        Assert.True(Assert.Single(Scripts.Of(service, "1", Long)).Ran);
        Assert.False(Assert.Single(Scripts.Of(service, "2", Long)).Ran);

        Scripts.Remember("db", "1", [due]);
        Write("init/01.sql", "select 2;");
        Assert.False(Assert.Single(Scripts.Of(service, "1", Long)).Ran);
    }

    [Fact]
    public void What_ran_at_the_first_start_stays_known_when_only_its_time_changes()
    {
        Write("init/01.sql", "select 1;");
        var service = new Service { Name = "db", Image = "postgres:17", Mounts = [Bind("init", InitScripts.Place)] };
        var later = DateTimeOffset.UtcNow.AddHours(1);

        Assert.True(Assert.Single(Scripts.Of(service, "1", later)).Ran);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "init/01.sql"), later.AddHours(1).UtcDateTime);
        Assert.True(Assert.Single(Scripts.Of(service, "1", later)).Ran);
    }

    [Fact]
    public void What_is_named_comes_before_the_usual_places_and_those_in_their_order()
    {
        var seeds = new SeedFiles(Project);
        Assert.Empty(seeds.Of(null));

        Write("seeds/2.sql", "select 2;");
        Write("seeds/1.sql", "select 1;");
        Assert.Equal(["seeds/1.sql", "seeds/2.sql"], seeds.Of(null));

        Write("seed.sql", "select 3;");
        Assert.Equal(["seed.sql"], seeds.Of(null));
        Write("db/seed.sql", "select 4;");
        Assert.Equal(["db/seed.sql"], seeds.Of(new DatabaseWishes()));
        Assert.Equal(["seeds/2.sql", "seed.sql"], seeds.Of(new DatabaseWishes { SeedFiles = ["seeds/2.sql", "seed.sql"] }));
    }

    [Fact]
    public void A_file_that_is_not_there_or_leads_out_is_refused()
    {
        var seeds = new SeedFiles(Project);
        File.CreateSymbolicLink(Path.Combine(_folder, "out.sql"), "/etc/hostname");

        Assert.Contains("not there", Assert.Throws<IOException>(() => seeds.Of(new DatabaseWishes { SeedFiles = ["a.sql"] })).Message, StringComparison.Ordinal);
        Assert.Contains("leads out", Assert.Throws<IOException>(() => seeds.Of(new DatabaseWishes { SeedFiles = ["out.sql"] })).Message, StringComparison.Ordinal);
        Assert.Contains("leads out", Assert.Throws<IOException>(() => seeds.Open("../a.sql")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.sql", false)]
    [InlineData("a.sql", true)]
    [InlineData("a.sql.gz", false)]
    [InlineData("a.sql.gz", true)]
    public void A_file_is_opened_unpacked_and_without_a_mark_in_front(string name, bool marked)
    {
        var text = Encoding.UTF8.GetBytes("select 'grün';");
        byte[] content = marked ? [0xEF, 0xBB, 0xBF, .. text] : text;
        using (var file = File.Create(Path.Combine(_folder, name)))
        using (var packed = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Compress) : (Stream)file)
        {
            packed.Write(content);
        }

        var (sql, facts) = new SeedFiles(Project).Open(name);
        using var read = new MemoryStream();
        using (sql)
        {
            sql.CopyTo(read);
        }

        Assert.Equal(text, read.ToArray());
        Assert.Equal(new SeedText(text.Length, LeavesTransaction: false), facts);
    }

    [Theory]
    [InlineData("insert into a values (1);", false)]
    [InlineData("insert into committee values (1);", false)]
    [InlineData("begin; insert into a values (1); COMMIT;", true)]
    [InlineData("insert into a values (1);\nrollback work;", true)]
    [InlineData("\\connect other\ninsert into a values (1);", true)]
    [InlineData("\\c other", true)]
    [InlineData("\\copy a from stdin", false)]
    public void Words_that_leave_the_transaction_are_seen_wherever_they_stand(string sql, bool leaves)
    {
        foreach (var before in Enumerable.Range((64 << 10) - 80, 160).Prepend(0))
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', before) + sql));

            Assert.Equal(new SeedText(text.Length, leaves), SeedText.Of(text));
        }
    }

    private Mount Bind(string source, string target) => new("bind", Path.Combine(_folder, source), target, ReadOnly: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
