using Hale.Cli.Runs;
using Hale.Docker.Databases;
using Hale.Machine.Databases;

namespace Hale.Cli.Tests;

/// <summary>What is said of SQL from a file, by what the server made of it.</summary>
public sealed class PartEndTests
{
    [Theory]
    [InlineData(0, true, 0, Fate.Kept, null, true)]
    [InlineData(0, true, 0, null, null, true)]
    [InlineData(0, true, 2, Fate.TakenBack, "ran to its end in 'db' with 2 errors, and its transaction was rolled back: nothing of it is kept", false)]
    [InlineData(0, true, 0, Fate.TakenBack, "ran to its end in 'db', and its transaction was rolled back: nothing of it is kept", false)]
    [InlineData(0, true, 1, Fate.Kept, "ran to its end in 'db' with one error, and what did not fail is kept", true)]
    [InlineData(0, false, 0, Fate.Kept, "ended in 'db' before all of it was done (a quote, a comment or a parenthesis may be open at its end), and it had ended its transaction itself: what it did in it is kept", true)]
    [InlineData(3, false, 1, Fate.TakenBack, "failed in 'db' with exit code 3", false)]
    [InlineData(3, false, 1, Fate.Kept, "failed in 'db' with exit code 3, and it had ended its transaction itself: what it did in it is kept", true)]
    [InlineData(1, false, 1, null, "failed in 'db' with exit code 1", true)]
    [InlineData(0, true, 0, Fate.Unknown, "ran to its end in 'db', and it cannot be told whether it is kept", true)]
    public void A_file_ran_where_it_reached_its_end_without_errors_and_is_kept(int code, bool isDone, int errors, Fate? fate, string? wrong, bool stays)
    {
        var end = PartEnd.Of(new Fed(new PipeEnd(code, [])) { IsDone = isDone, Errors = errors, Fate = fate }, new SeedText(1, LeavesTransaction: false), "db");

        Assert.Equal((wrong, stays), (end.Wrong, end.Stays));
        Assert.Equal(fate is Fate.Unknown ? Verdict.CannotTell : Verdict.SomethingLeft, end.Verdict);
    }

    [Theory]
    [InlineData(0, true, Fate.TakenBack, true)]
    [InlineData(3, false, Fate.TakenBack, true)]
    [InlineData(0, true, Fate.Kept, false)]
    public void One_that_leaves_its_transaction_may_have_left_something_else(int code, bool isDone, Fate fate, bool isTold)
    {
        var end = PartEnd.Of(new Fed(new PipeEnd(code, [])) { IsDone = isDone, Errors = 0, Fate = fate }, new SeedText(1, LeavesTransaction: true), "db");

        Assert.True(end.Stays);
        Assert.Equal(isTold, end.Wrong?.EndsWith("may be kept", StringComparison.Ordinal) is true);
    }
}
