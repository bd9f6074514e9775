using System.Runtime.Versioning;
using Hale.Kernel.Faults;
using Hale.Machine.Commands;
using Hale.Machine.Hands;
using Hale.Machine.Journals;

namespace Hale.Machine.Tests;

/// <summary>Files that are links: what is written goes to where they lead, and never out of the project.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LinkTests : IDisposable
{
    private static readonly Finding Found = new("env-crlf", "app.env", "it has line ends of Windows");

    private readonly TemporaryProject _folder = new();
    private readonly TemporaryProject _elsewhere = new();
    private readonly CommandRunner _runner = new(TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _runner.Dispose();
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task A_link_stays_a_link_when_its_target_is_rewritten_and_when_it_comes_back()
    {
        _folder.Write("config/real.env", "A=1\r\n");
        File.CreateSymbolicLink(_folder.Path("app.env"), "config/real.env");

        Assert.True((await DoAsync(new MakeUnixText("app.env", "it has line ends of Windows"))).Done);
        Assert.Equal("config/real.env", new FileInfo(_folder.Path("app.env")).LinkTarget);
        Assert.Equal("A=1\n", await File.ReadAllTextAsync(_folder.Path("config", "real.env"), Stop));

        var undoing = new Undoing(_folder.Project, Journal(), new NoOverlay(), new NoVolumes());
        var receipt = await undoing.UndoAsync(Assert.Single(undoing.Acts()), Stop);
        Assert.True(receipt.Done, receipt.Says);
        Assert.Equal("config/real.env", new FileInfo(_folder.Path("app.env")).LinkTarget);
        Assert.Equal("A=1\r\n", await File.ReadAllTextAsync(_folder.Path("config", "real.env"), Stop));
    }

    [Fact]
    public async Task What_a_link_out_of_the_project_leads_to_is_left()
    {
        _elsewhere.Write("theirs.env", "A=1\r\n");
        File.CreateSymbolicLink(_folder.Path("app.env"), _elsewhere.Path("theirs.env"));
        Directory.CreateSymbolicLink(_folder.Path("loop"), _folder.Path("loop"));

        foreach (var act in (Act[])[
            new MakeUnixText("app.env", "it has line ends of Windows"), new WriteAsPlainText("app.env", "it has line ends of Windows"),
            new RunTool("sh", ["-c", "echo B=2 >app.env"], ".", ["app.env"], "write it anew", "it is stale"), new MakeUnixText("loop", "it leads to itself")])
        {
            var receipt = await DoAsync(act);
            Assert.False(receipt.Done);
            Assert.Contains("leads out of the project", receipt.Says, StringComparison.Ordinal);
        }

        Assert.Equal("A=1\r\n", await File.ReadAllTextAsync(_elsewhere.Path("theirs.env"), Stop));
        Assert.NotNull(new FileInfo(_folder.Path("app.env")).LinkTarget);
    }

    [Fact]
    public async Task A_link_whose_target_is_missing_is_filled_at_its_target()
    {
        Directory.CreateDirectory(_folder.Path("config"));
        _folder.Write(".env.example", "A=1\n");
        File.CreateSymbolicLink(_folder.Path(".env"), "config/.env");

        Assert.True((await new FileHand(_folder.Project).DoAsync(new CreateFile(".env", ".env.example", "it is missing"), _ => { }, Stop)).Done);

        Assert.Equal("A=1\n", await File.ReadAllTextAsync(_folder.Path("config", ".env"), Stop));
        Assert.NotNull(new FileInfo(_folder.Path(".env")).LinkTarget);
    }

    [Theory]
    [InlineData("printf half >a.lock; printf made >b.lock; exit 1")]
    [InlineData("rm a.lock; printf made >b.lock; exit 1")]
    public async Task A_tool_that_gives_up_leaves_no_half_written_file(string script)
    {
        _folder.Write("a.lock", "whole\n");

        Assert.False((await DoAsync(new RunTool("sh", ["-c", script], ".", ["a.lock", "b.lock"], "lock it anew", "it is stale"))).Done);

        Assert.Equal("whole\n", await File.ReadAllTextAsync(_folder.Path("a.lock"), Stop));
        Assert.False(File.Exists(_folder.Path("b.lock")));
    }

    [Fact]
    public async Task A_tool_that_is_broken_off_leaves_no_half_written_file()
    {
        _folder.Write("a.lock", "whole\n");
        using var brokenOff = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var act = new RunTool("sh", ["-c", "printf half >a.lock; echo half; sleep 60"], ".", ["a.lock"], "lock it anew", "it is stale");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ToolHand(_folder.Project, _runner).DoAsync(
            act,
            line =>
            {
                if (line == "half")
                {
                    brokenOff.Cancel();
                }
            },
            brokenOff.Token));

        Assert.Equal("whole\n", await File.ReadAllTextAsync(_folder.Path("a.lock"), Stop));
    }

    private async Task<Receipt> DoAsync(Act act)
    {
        IHand[] hands = [new EditHand(_folder.Project), new EnvHand(_folder.Project), new ToolHand(_folder.Project, _runner)];
        var journal = Journal();
        var entry = journal.Begin(Found, act);
        var receipt = await hands.First(hand => hand.Takes(act)).DoAsync(act, _ => { }, Stop);
        journal.End(entry, receipt);
        return receipt;
    }

    private JournalFile Journal() => new(_folder.Project, TimeProvider.System);
}
