using Hale.Docker.Databases;
using Hale.Kernel.Engines;

namespace Hale.Docker.Tests;

/// <summary>What database servers are told, and how their answers are understood, without any engine.</summary>
public sealed class DatabaseServerTests
{
    private static readonly PostgresServer Postgres = new();
    private static readonly MysqlServer Mysql = new();

    [Fact]
    public void PostgreSQL_tells_of_itself()
    {
        const string Answer = """
            notes
            {"version" : "17.6 (Debian 17.6-1)", "identity" : "7400000000000000000", "madeAt" : 1722946817, "limit" : 100, "connections" : 3, "databases" : [{"name" : "a\"b", "bytes" : 7639711}]}

            """;
        var facts = Postgres.Read(Answer);

        Assert.Equal(("17.6 (Debian 17.6-1)", "notes", "7400000000000000000", 3, 100), (facts.Version, facts.Database, facts.Identity, facts.Connections, facts.ConnectionLimit));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1722946817), facts.MadeAt);
        Assert.Equal([new DatabaseSize("a\"b", 7639711)], facts.Databases);
    }

    [Theory]
    [InlineData("")]
    [InlineData("notes\n")]
    [InlineData("notes\n{}")]
    [InlineData("notes\n[1]")]
    [InlineData("notes\n{\"version\": 3}")]
    public void An_answer_that_is_none_is_not_understood(string answer)
    {
        Assert.Throws<FormatException>(() => Postgres.Read(answer));
        Assert.Throws<FormatException>(() => Mysql.Read(answer));
    }

    [Fact]
    public void MySQL_tells_of_itself()
    {
        var facts = Mysql.Read("shop\nversion\t8.4.2\t\nlimit\t151\t\nconnections\t2\t\nmade\t1722946817.000000\t\ndatabase\tshop\t163840\ndatabase\ta\\tb\t0\n");

        Assert.Equal(("8.4.2", "shop", 2, 151), (facts.Version, facts.Database, facts.Connections, facts.ConnectionLimit));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1722946817), facts.MadeAt);
        Assert.Equal([new DatabaseSize("a\tb", 0), new DatabaseSize("shop", 163840)], facts.Databases);
    }

    [Theory]
    [InlineData("psql:/docker-entrypoint-initdb.d/02-more.sql:3: ERROR:  relation \"a\" already exists", 3)]
    [InlineData("psql:<stdin>:12: error: invalid command \\nothing", 12)]
    [InlineData("psql:a.sql:4: NOTICE:  table \"a\" does not exist, skipping", null)]
    [InlineData("gunzip: invalid magic", null)]
    public void The_line_at_which_SQL_failed_is_found_for_PostgreSQL(string said, int? line) => Assert.Equal(line, Postgres.LineOf(["psql:x:1: NOTICE:  first", said, "DETAIL:  more"]));

    [Fact]
    public void The_line_at_which_SQL_failed_is_found_for_MySQL() =>
        Assert.Equal(7, Mysql.LineOf(["ERROR 1064 (42000) at line 7: You have an error in your SQL syntax"]));

    [Theory]
    [InlineData("notes", "dbname='notes'")]
    [InlineData("host=evil", "dbname='host=evil'")]
    [InlineData(@"it's \ here", @"dbname='it\'s \\ here'")]
    public void A_database_is_named_to_PostgreSQL_so_that_nothing_else_can_be_meant(string database, string argument)
    {
        Assert.Equal(argument, Postgres.Dump(database)[^1]);
        Assert.DoesNotContain(database, Postgres.Dump(database)[2], StringComparison.Ordinal);
        Assert.Equal(database, Postgres.Restore(database, isThere: false)[^2]);
    }

    [Theory]
    [InlineData("postgres:17", new[] { "docker-entrypoint.sh", "postgres" }, "postgres")]
    [InlineData("shop-db", new[] { "docker-entrypoint.sh", "postgres", "-c", "fsync=off" }, "postgres")]
    [InlineData("hale.local/stand-in/postgres:17", new string[0], "postgres")]
    [InlineData("registry.example:5000/mariadb@sha256:00", new[] { "docker-entrypoint.sh", "mariadbd" }, "mysql")]
    [InlineData("postgres:17", new[] { "docker-entrypoint.sh", "psql", "-c", "select 1" }, null)]
    [InlineData("python:3.12", new[] { "python3", "app.py" }, null)]
    public void A_server_is_known_by_its_program_or_by_its_image(string image, string[] command, string? kind) => Assert.Equal(kind, KnownServers.Of(image, command)?.Kind);

    [Theory]
    [InlineData("before-upgrade", true)]
    [InlineData("db-20260302T120000.2_x", true)]
    [InlineData("", false)]
    [InlineData(".hidden", false)]
    [InlineData("../etc", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    [InlineData("-rf", false)]
    public void A_snapshot_is_called_by_what_is_safe_as_a_folder_and_on_a_command_line(string name, bool good) => Assert.Equal(good, SnapshotShelf.IsName(name));
}
