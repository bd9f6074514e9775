using Hale.Cli.Runs;
using Hale.Docker.Databases;
using Hale.Healing;
using Hale.Kernel.Faults;
using Hale.Machine.Databases;

namespace Hale.Cli.Tests;

/// <summary>Which database and which scripts a command means.</summary>
public sealed class DatabaseChoiceTests
{
    private static readonly FoundServer Db = new("db", "postgres") { Container = "1" };
    private static readonly FoundServer Other = new("other", "mysql");
    private static readonly FoundServer Cache = new("cache", "redis") { Container = "2" };

    [Fact]
    public void The_only_one_needs_no_name()
    {
        Assert.Equal(Db, DatabaseChoice.Choose([Db, Cache], null, "hale db status SERVICE"));
        Assert.Equal(Other, DatabaseChoice.Choose([Db, Other], "other", "hale db status SERVICE"));
    }

    [Fact]
    public void Several_are_named_with_the_commands_that_mean_one()
    {
        var problem = Refused([Db, Other, Cache], null);

        Assert.Equal((Verdict.WrongUsage, "this project has several databases: db, other"), (problem.Verdict, problem.Says));
        Assert.Equal(["hale db status db", "hale db status other"], problem.Advice);
    }

    [Theory]
    [InlineData("cache", "'cache' is a server of the kind 'redis', which hale db does not work with")]
    [InlineData("api", "'api' is no database that hale db knows")]
    [InlineData(null, "no service of this project runs PostgreSQL, MySQL or MariaDB; 'cache' is of the kind 'redis'")]
    public void What_is_no_database_that_is_supported_is_told(string? service, string says)
    {
        var problem = Refused([Cache], service);

        Assert.Equal(Verdict.WrongUsage, problem.Verdict);
        Assert.StartsWith(says, problem.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_that_never_ran_are_due_and_those_that_are_named_whatever_they_did()
    {
        InitScript[] all = [Script("a.sql", true), Script("b.sql", false), Script("c.sql", false)];

        Assert.Equal(["b.sql", "c.sql"], ScriptsRun.Due(all, [], "db", "").Select(script => script.Name));
        Assert.Equal(["a.sql"], ScriptsRun.Due(all, ["a.sql"], "db", "").Select(script => script.Name));
        Assert.Contains("the scripts are: a.sql, b.sql, c.sql", Assert.Throws<ProblemException>(() => ScriptsRun.Due(all, ["d.sql"], "db", "")).Problem.Advice);
        var unknown = Assert.Throws<ProblemException>(() => ScriptsRun.Due([Script("a.sql", null)], [], "db", "nobody knows")).Problem;
        Assert.Equal((Verdict.CannotTell, "it cannot be told which scripts 'db' ran: nobody knows"), (unknown.Verdict, unknown.Says));
    }

    [Theory]
    [InlineData("PGPASSWORD=s3cretone psql -U u1", "PGPASSWORD=*** psql -U u1")]
    [InlineData("load --password=s3cretone demo", "load --password=*** demo")]
    [InlineData("load --password s3cretone demo", "load --password *** demo")]
    [InlineData("mysql -ps3cretone shop", "mysql -p*** shop")]
    [InlineData("load postgres://u1:s3cretone@db/shop", "load postgres://u1:***@db/shop")]
    [InlineData("load of-the-project", "load ***")]
    [InlineData("python3 manage.py loaddata demo", "python3 manage.py loaddata demo")]
    public void A_command_that_fills_a_database_is_told_without_secrets(string command, string told) =>
        Assert.Equal(told, ToldCommand.Of(command.Split(' '), new Redaction(["of-the-project"]).Of));

    [Fact]
    public void What_was_allowed_in_place_of_the_database_is_told()
    {
        var act = new RestoreDatabase("db", "good", ["shop"], "a test asks");

        Assert.Equal("this would replace shop of 'db' with the snapshot good, and that was not allowed; nothing was changed", RestoreRun.NotAllowed(act, [], null).Says);
        Assert.Equal("this would replace shop of 'db' with the snapshot good, and what was allowed is another: 'api'; nothing was changed", RestoreRun.NotAllowed(act, ["api"], null).Says);
    }

    [Fact]
    public void A_role_that_a_restore_misses_is_named_with_the_command_that_makes_it()
    {
        const string Again = "hale db restore good --allow-data-loss db";

        Assert.Equal(
            ["""docker compose exec db sh -c 'psql -U "${POSTGRES_USER:-postgres}" -d postgres -c "create role \"app owner\""'    # it cannot log in; add login where it has to""", Again],
            MissingRole.AdviceOf(["SET", "ERROR:  role \"app owner\" does not exist"], "db", Again));
        Assert.DoesNotContain("$(", MissingRole.AdviceOf(["ERROR:  role \"$(touch x)\" does not exist"], "db", Again)[0], StringComparison.Ordinal);
        Assert.Empty(MissingRole.AdviceOf(["ERROR:  relation \"bob\" does not exist"], "db", Again));
    }

    [Theory]
    [InlineData(0, Fate.TakenBack, "interrupted; as before: a, b, c", false)]
    [InlineData(1, Fate.TakenBack, "interrupted; replaced: a; as before: b, c", true)]
    [InlineData(1, Fate.Kept, "interrupted; replaced: a, b; as before: c", true)]
    [InlineData(2, Fate.Unknown, "interrupted; replaced: a, b; not known whether it was replaced: c", true)]
    public void What_a_restore_that_was_broken_off_replaced_is_told(int at, Fate fate, string says, bool hasWayBack)
    {
        var problem = RestoreRun.BrokenOff(new RestoreDatabase("db", "good", ["a", "b", "c"], "a test asks"), at, fate, "hale db restore before");

        Assert.Equal((says, Verdict.Interrupted, hasWayBack), (problem.Says, problem.Verdict, problem.Advice.Count == 1));
    }

    private static Problem Refused(IReadOnlyList<FoundServer> found, string? service) =>
        Assert.Throws<ProblemException>(() => DatabaseChoice.Choose(found, service, "hale db status SERVICE")).Problem;

    private static InitScript Script(string name, bool? ran) => new(name, $"{InitScripts.Place}/{name}", $"/srv/{name}") { ChangedAt = DateTimeOffset.UnixEpoch, Digest = "d", Ran = ran };
}
