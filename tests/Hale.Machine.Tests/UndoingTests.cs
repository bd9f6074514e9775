using System.Runtime.Versioning;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Hands;
using Hale.Machine.Journals;

namespace Hale.Machine.Tests;

public sealed class UndoingTests : IDisposable
{
    private static readonly Finding Found = new("poetry-lock-stale", "api", "it is stale");

    private readonly TemporaryProject _folder = new();
    private readonly RememberedOverlay _overlay = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_rewritten_file_comes_back_byte_for_byte()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\r', (byte)'\n', 0];
        await File.WriteAllBytesAsync(_folder.Path("a.lock"), bytes, TestContext.Current.CancellationToken);
        await DoAsync(new RewriteFile("a.lock", "new\n", "write it anew", "it is stale"));
        Assert.Equal("new\n", await File.ReadAllTextAsync(_folder.Path("a.lock"), TestContext.Current.CancellationToken));

        var receipt = Undo();

        Assert.True(receipt.Done, receipt.Says);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.Path("a.lock"), TestContext.Current.CancellationToken));
        Assert.Empty(Undoing().Acts());
    }

    [Fact]
    public async Task A_text_gets_Unix_line_ends_and_comes_back_with_those_it_had()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'#', (byte)'\r', (byte)'a', (byte)'\r', (byte)'\n', 0xE9, (byte)'\r', (byte)'\n'];
        await File.WriteAllBytesAsync(_folder.Path("a.sh"), bytes, TestContext.Current.CancellationToken);
        await DoAsync(new MakeUnixText("a.sh", "its line ends are those of Windows"));
        Assert.Equal([(byte)'#', (byte)'\r', (byte)'a', (byte)'\n', 0xE9, (byte)'\n'], await File.ReadAllBytesAsync(_folder.Path("a.sh"), TestContext.Current.CancellationToken));

        Assert.True(Undo().Done);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.Path("a.sh"), TestContext.Current.CancellationToken));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_a_container_reads_gets_the_rights_of_its_template()
    {
        const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        await File.WriteAllTextAsync(_folder.Path("app.conf.example"), "a\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder.Path("app.conf.example"), ForAll);

        await DoAsync(new CreateFile("app.conf", "app.conf.example", "it is missing") { ForOthers = true }, new FileHand(_folder.Project));

        Assert.Equal(ForAll, File.GetUnixFileMode(_folder.Path("app.conf")));
    }

    [Fact]
    public async Task A_file_that_was_made_goes_again()
    {
        await File.WriteAllTextAsync(_folder.Path(".env.example"), "A=1\n", TestContext.Current.CancellationToken);
        var act = new CreateFile(".env", ".env.example", "it is missing");
        await DoAsync(act, new FileHand(_folder.Project));

        Assert.True(Undo().Done);
        Assert.False(File.Exists(_folder.Path(".env")));
    }

    [Fact]
    public async Task A_file_that_a_person_changed_since_is_left()
    {
        await File.WriteAllTextAsync(_folder.Path("a.lock"), "old\n", TestContext.Current.CancellationToken);
        await DoAsync(new RewriteFile("a.lock", "new\n", "write it anew", "it is stale"));
        await File.WriteAllTextAsync(_folder.Path("a.lock"), "mine\n", TestContext.Current.CancellationToken);

        var receipt = Undo();

        Assert.False(receipt.Done);
        Assert.Contains("was changed since", receipt.Says, StringComparison.Ordinal);
        Assert.Equal("mine\n", await File.ReadAllTextAsync(_folder.Path("a.lock"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_act_that_was_killed_in_the_middle_says_which_file_is_there()
    {
        File.WriteAllText(_folder.Path("a.lock"), "old\n");
        Journal().Begin(Found, new RewriteFile("a.lock", "new\n", "write it anew", "it is stale"));
        Assert.Equal("it was broken off before it changed anything", Assert.Single(Undoing().Acts()).BrokenOff);

        File.WriteAllText(_folder.Path("a.lock"), "new\n");
        Assert.Equal("it was broken off after its change", Assert.Single(Undoing().Acts()).BrokenOff);

        Assert.True(Undo().Done);
        Assert.Equal("old\n", File.ReadAllText(_folder.Path("a.lock")));
    }

    [Fact]
    public void Lines_of_the_overlay_are_taken_out_and_an_act_outside_the_project_names_its_command()
    {
        var line = new OverlayLine { Service = "api", Path = ["ports"], Values = ["8081:80"], Because = "8080 is held" };
        var journal = Journal();
        journal.End(journal.Begin(Found, new RestartService("api", "it hangs")), new Receipt(true, "") { Overlay = [line] });
        Assert.True(Undo().Done);
        Assert.Equal([line.Service], _overlay.Removed.Select(removed => removed.Service));

        var install = new InstallPackages(["docker.io"], new PackageSource(PackageSourceKind.Distribution), "there is no engine");
        journal.End(journal.Begin(Found, install), new Receipt(true, "installed") { Undo = "apt-get purge docker.io" });
        var receipt = Undo();

        Assert.False(receipt.Done);
        Assert.Equal("apt-get purge docker.io", receipt.Undo);
    }

    private async Task DoAsync(Act act, IHand? hand = null)
    {
        var journal = Journal();
        var entry = journal.Begin(Found, act);
        var receipt = await (hand ?? new EditHand(_folder.Project)).DoAsync(act, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(receipt.Done, receipt.Says);
        journal.End(entry, receipt);
    }

    private Receipt Undo() => Undoing().Undo(Undoing().Acts()[0]);

    private Undoing Undoing() => new(_folder.Project, Journal(), _overlay);

    private JournalFile Journal() => new(_folder.Project, TimeProvider.System);

    private sealed class RememberedOverlay : IOverlayStore
    {
        public List<OverlayLine> Removed { get; } = [];

        public Overlay Read() => Overlay.Empty;

        public void Add(IReadOnlyList<OverlayLine> lines) => throw new InvalidOperationException("nobody expected a line");

        public void Remove(IReadOnlyList<OverlayLine> lines) => Removed.AddRange(lines);

        public void Clear() => throw new InvalidOperationException("nobody expected the overlay to go");
    }
}
