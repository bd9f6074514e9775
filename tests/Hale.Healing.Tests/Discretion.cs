using Hale.Kernel.Faults;
using Hale.Kernel.Runs;

namespace Hale.Healing.Tests;

/// <summary>A secret that a fault of the project names reaches neither a report, nor the journal, nor a person; only the hand gets it.</summary>
public sealed class Discretion
{
    private const string Secret = "heron-over-water";

    private static readonly RunInService Run = new("a", ["set", Secret], $"run `set {Secret}`", Risk.Edit, $"it lacks {Secret}");

    private static readonly Finding Found = new("a", "project", $"the token {Secret} is not set");

    [Fact]
    public async Task A_report_has_no_secret()
    {
        var world = new World { Wrong = { "a", "b" }, Secret = Secret, Hands = { ["a"] = () => new Receipt(true, $"{Secret} is set") } };

        var report = await world.With(new Word("a", Run) { Cause = Found.Says }, new Word("b", Run) { Cause = Found.Says }).HealAsync(beforeStart: false, TestContext.Current.CancellationToken);

        Assert.Equal("the token *** is not set", report.Left[0].Finding.Says);
        var tried = Assert.Single(report.Left[0].Tried);
        Assert.Equal(("run `set ***`", "it lacks ***", "*** is set"), (tried.Act.Says, tried.Act.Because, tried.Receipt.Says));
        Assert.Same(tried, Assert.Single(report.Left[1].Tried));
    }

    [Fact]
    public void The_journal_gets_no_secret()
    {
        var kept = new Kept();
        var journal = new DiscreetJournal(kept, Redact);

        journal.End(journal.Begin(Found, Run), new Receipt(false, $"no {Secret}"));

        Assert.Equal("the token *** is not set", kept.Begun!.Says);
        Assert.Equal(new RunInService("a", ["set", "***"], "run `set ***`", Risk.Edit, "it lacks ***"), kept.Act);
        Assert.Equal("run `set ***`", kept.Act!.Says);
        Assert.Equal("no ***", kept.Ended!.Says);
    }

    [Fact]
    public async Task A_person_is_asked_and_told_without_a_secret()
    {
        var kept = new Kept();
        var stage = new DiscreetStage(kept, Redact);

        await new DiscreetConsent(kept, Redact).AllowsAsync(Run, TestContext.Current.CancellationToken);
        stage.Tell(new ActBegan(TimeSpan.Zero, Run));
        stage.Tell(new ActEnded(TimeSpan.Zero, Found, Run, true, "", null));

        Assert.Equal(["run `set ***`", "run `set ***`", "run `set ***`: it lacks ***"], kept.Told);
    }

    private static string Redact(string text) => text.Replace(Secret, "***", StringComparison.Ordinal);

    /// <summary>Keeps what it hears.</summary>
    private sealed class Kept : IJournal, IConsent, IStage
    {
        public Finding? Begun { get; private set; }

        public Act? Act { get; private set; }

        public Receipt? Ended { get; private set; }

        public List<string> Told { get; } = [];

        public TimeSpan Now => TimeSpan.Zero;

        public long Begin(Finding finding, Act act, string? undo = null)
        {
            (Begun, Act) = (finding, act);
            return 1;
        }

        public void End(long entry, Receipt receipt) => Ended = receipt;

        public Task<bool> AllowsAsync(Act act, CancellationToken stop)
        {
            Told.Add(act.Says);
            return Task.FromResult(true);
        }

        public void Tell(RunEvent happened) => Told.Add(happened switch
        {
            ActBegan began => began.Act.Says,
            ActEnded ended => $"{ended.Act.Says}: {ended.Act.Because}",
            _ => "",
        });
    }
}
