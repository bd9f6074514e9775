using System.Text;
using Hale.Kernel.Faults;
using Hale.Machine.Commands;
using Hale.Machine.Hands;
using Hale.Machine.Journals;

namespace Hale.Machine.Tests;

/// <summary>Whatever kind of act edits a file, the very bytes come back.</summary>
public sealed class EditsTests : IDisposable
{
    private const string Name = "app/a.txt";

    private static readonly Finding Found = new("env-crlf", "api", "it is so");

    private readonly TemporaryProject _folder = new();
    private readonly CommandRunner _runner = new(TimeProvider.System);

    public static TheoryData<string, byte[]> Kinds => new()
    {
        { nameof(AddVariables), "A=1\r\nB='x\ny'"u8.ToArray() },
        { nameof(WriteAsPlainText), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("A=1\r\n\r\nB=ü")] },
        { nameof(TakeOurSide), "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n\n\n"u8.ToArray() },
        { nameof(RewriteFile), [0xFF, 0, (byte)'\r', (byte)'\n'] },
        { nameof(MakeUnixText), [.. Encoding.UTF8.Preamble, (byte)'a', (byte)'\r', (byte)'\n', 0xE9] },
        { nameof(RunTool), "lock\r\n"u8.ToArray() },
    };

    public void Dispose()
    {
        _runner.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_edited_file_comes_back_byte_for_byte(string kind, byte[] bytes)
    {
        _folder.Write(Name, "");
        _folder.Write(".env.example", "C=3\nD=4\n");
        await File.WriteAllBytesAsync(_folder.Path(Name), bytes, TestContext.Current.CancellationToken);

        await DoAsync(ActOf(kind));
        Assert.NotEqual(bytes, await File.ReadAllBytesAsync(_folder.Path(Name), TestContext.Current.CancellationToken));
        var undoing = new Undoing(_folder.Project, Journal(), new NoOverlay(), new NoVolumes());
        var receipt = await undoing.UndoAsync(Assert.Single(undoing.Acts()), TestContext.Current.CancellationToken);

        Assert.True(receipt.Done, receipt.Says);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.Path(Name), TestContext.Current.CancellationToken));
        Assert.Equal([_folder.Path(Name)], Directory.GetFiles(_folder.Path("app")));
    }

    [Fact]
    public void Every_act_that_changes_files_of_the_project_is_tried_here_or_where_its_hand_is()
    {
        var change = typeof(Act).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Act)) && type.GetProperty(nameof(Act.Files))!.DeclaringType == type);
        // ProjectEnvironmentTests sets variables, UndoingTests makes a file; the proof's cases poetry-lock-* run the other in the image of a build.
        string[] elsewhere = [nameof(CreateFile), nameof(RunInBuildImage), nameof(SetVariables)];

        Assert.Equal(change.Select(type => type.Name).Order(), Kinds.Select(row => row.Data.Item1).Concat(elsewhere).Order());
    }

    [Fact]
    public async Task A_tool_that_changes_no_file_names_what_takes_it_back()
    {
        Directory.CreateDirectory(_folder.Path("app.conf"));
        await DoAsync(new RunTool("rmdir", ["app.conf"], ".", [], "remove it", "a folder stands there") { TakenBackBy = "mkdir app.conf" });
        var undoing = new Undoing(_folder.Project, Journal(), new NoOverlay(), new NoVolumes());

        Assert.Equal("mkdir app.conf", (await undoing.UndoAsync(Assert.Single(undoing.Acts()), TestContext.Current.CancellationToken)).Undo);
    }

    private static Act ActOf(string kind) => kind switch
    {
        nameof(AddVariables) => new AddVariables(Name, ".env.example", ["C", "D"], "they are missing"),
        nameof(WriteAsPlainText) => new WriteAsPlainText(Name, "it is UTF-16"),
        nameof(TakeOurSide) => new TakeOurSide(Name, "a merge left its marks"),
        nameof(RewriteFile) => new RewriteFile(Name, "new\n", "write it anew", "it is stale"),
        nameof(MakeUnixText) => new MakeUnixText(Name, "its line ends are those of Windows"),
        nameof(RunTool) => new RunTool("sh", ["-c", "echo new >a.txt"], "app", [Name], "lock it anew", "it is stale"),
        _ => throw new InvalidOperationException($"nobody tries {kind}"),
    };

    private async Task DoAsync(Act act)
    {
        IHand[] hands = [new EditHand(_folder.Project), new EnvHand(_folder.Project), new ToolHand(_folder.Project, _runner)];
        var journal = Journal();
        var entry = journal.Begin(Found, act);
        var receipt = await hands.First(hand => hand.Takes(act)).DoAsync(act, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(receipt.Done, receipt.Says);
        journal.End(entry, receipt);
    }

    private JournalFile Journal() => new(_folder.Project, TimeProvider.System);
}
