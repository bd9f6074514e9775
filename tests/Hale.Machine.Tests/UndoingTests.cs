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
    private readonly RememberedVolumes _volumes = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_rewritten_file_comes_back_byte_for_byte()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\r', (byte)'\n', 0];
        await File.WriteAllBytesAsync(_folder.Path("a.lock"), bytes, TestContext.Current.CancellationToken);
        await DoAsync(new RewriteFile("a.lock", "new\n", "write it anew", "it is stale"));
        Assert.Equal("new\n", await File.ReadAllTextAsync(_folder.Path("a.lock"), TestContext.Current.CancellationToken));

        var receipt = await UndoAsync();

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

        Assert.True((await UndoAsync()).Done);
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

        var receipt = await UndoAsync();

        Assert.True(receipt.Done);
        Assert.Equal("removed .env, and kept it as .hale/originals/1/.env", receipt.Says);
        Assert.False(File.Exists(_folder.Path(".env")));
        Assert.Equal("A=1\n", await File.ReadAllTextAsync(_folder.Path(".hale/originals/1/.env"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_a_person_changed_since_is_left()
    {
        await File.WriteAllTextAsync(_folder.Path("a.lock"), "old\n", TestContext.Current.CancellationToken);
        await DoAsync(new RewriteFile("a.lock", "new\n", "write it anew", "it is stale"));
        await File.WriteAllTextAsync(_folder.Path("a.lock"), "mine\n", TestContext.Current.CancellationToken);

        var receipt = await UndoAsync();

        Assert.False(receipt.Done);
        Assert.Contains("was changed since", receipt.Says, StringComparison.Ordinal);
        Assert.Equal("mine\n", await File.ReadAllTextAsync(_folder.Path("a.lock"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_act_that_was_killed_in_the_middle_says_which_file_is_there()
    {
        File.WriteAllText(_folder.Path("a.lock"), "old\n");
        Journal().Begin(Found, new RewriteFile("a.lock", "new\n", "write it anew", "it is stale"));
        Assert.Equal("it was broken off before it changed anything", Assert.Single(Undoing().Acts()).BrokenOff);

        File.WriteAllText(_folder.Path("a.lock"), "new\n");
        Assert.Equal("it was broken off after its change", Assert.Single(Undoing().Acts()).BrokenOff);

        Assert.True((await UndoAsync()).Done);
        Assert.Equal("old\n", File.ReadAllText(_folder.Path("a.lock")));
    }

    [Fact]
    public async Task An_act_that_was_killed_names_the_way_back_that_was_known_when_it_began()
    {
        const string Back = "hale db restore before-restore-1 --allow-data-loss db";
        Journal().Begin(Found, new RestoreDatabase("db", "good", ["shop"], "it is asked for"), Back);

        var act = Assert.Single(Undoing().Acts());
        Assert.Equal(($"by hand: {Back}", "it was broken off"), (act.Way, act.BrokenOff));
        Assert.Equal(Back, (await UndoAsync()).Undo);
    }

    [Fact]
    public void An_act_that_was_broken_off_and_told_so_is_not_shown_as_whole()
    {
        Note(new RestoreDatabase("db", "good", ["shop"], "it is asked for"), new Receipt(true, Receipt.BrokenOff) { Undo = "hale db restore before" });

        Assert.Equal("it was broken off", Assert.Single(Undoing().Acts()).BrokenOff);
    }

    [Fact]
    public async Task Lines_of_the_overlay_are_taken_out_and_an_act_outside_the_project_names_its_command()
    {
        var line = new OverlayLine { Service = "api", Path = ["ports"], Values = ["8081:80"], Because = "8080 is held" };
        var journal = Journal();
        journal.End(journal.Begin(Found, new RestartService("api", "it hangs")), new Receipt(true, "") { Overlay = [line] });
        Assert.True((await UndoAsync()).Done);
        Assert.Equal([line.Service], _overlay.Removed.Select(removed => removed.Service));

        var install = new InstallPackages(["docker.io"], new PackageSource(PackageSourceKind.Distribution), "there is no engine");
        journal.End(journal.Begin(Found, install), new Receipt(true, "installed") { Undo = "apt-get purge docker.io" });
        var receipt = await UndoAsync();

        Assert.False(receipt.Done);
        Assert.Equal("apt-get purge docker.io", receipt.Undo);
    }

    public static TheoryData<Act> Passing =>
    [
        new RestartService("api", "it hangs"), new RemakeService("api", false, "its network is gone"), new RebuildService("api", "a layer is broken"),
        new TryAgain("api", "it may pass"), new AwaitHealth("api", 60, "it is slow"), new RunInBuildImage("api", "npm", "npm cache clean", ".", [], "", "clear the cache", "it is broken"),
    ];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Of_what_leaves_nothing_behind_nothing_is_to_take_back(Act act)
    {
        Note(act, new Receipt(true, ""));

        Assert.Equal("it left nothing behind", Assert.Single(Undoing().Acts()).Way);
        Assert.True((await UndoAsync()).Done);
        Assert.Empty(Undoing().Acts());
    }

    public static TheoryData<Act> Staying =>
    [
        new RunInService("db", ["createdb", "shop"], "create the database 'shop'", Risk.System, "it is missing"),
        new RemakeService("api", true, "its anonymous volume is stale"),
        new RunTool("poetry", ["install"], ".", [], "make .venv anew", "it is broken"),
    ];

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task Of_what_cannot_be_taken_back_that_is_said(Act act)
    {
        Note(act, new Receipt(true, ""));

        Assert.Equal("cannot be taken back", Assert.Single(Undoing().Acts()).Way);
        var receipt = await UndoAsync();
        Assert.False(receipt.Done);
        Assert.Contains("no way to take it back", receipt.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_way_back_is_told_before_it_is_gone()
    {
        await File.WriteAllTextAsync(_folder.Path("a.lock"), "old\n", TestContext.Current.CancellationToken);
        await DoAsync(new RewriteFile("a.lock", "new\n", "write it anew", "it is stale"));
        Note(new CreateFile(".env", ".env.example", "it is missing"), new Receipt(true, ""));
        Note(new RestartService("api", "it hangs"), new Receipt(true, "") { Overlay = [new OverlayLine { Service = "api", Path = ["ports"], Values = ["8081:80"], Because = "8080 is held" }] });
        Note(new InstallPackages(["docker.io"], new PackageSource(PackageSourceKind.Distribution), "there is no engine"), new Receipt(true, "") { Undo = "apt-get purge docker.io" });

        Assert.Equal(["by hand: apt-get purge docker.io", "takes its lines out of the overlay", "removes .env", "restores a.lock"], Undoing().Acts().Select(act => act.Way));
    }

    [Fact]
    public void Lines_that_no_journal_has_are_counted_and_those_that_were_cut_short_are_not()
    {
        Note(new RestartService("api", "it hangs"), new Receipt(true, ""));
        Assert.Equal(0, Undoing().UnreadableLines());

        var journal = _folder.Path(".hale", "journal.jsonl");
        File.AppendAllText(journal, File.ReadAllLines(journal)[0][..80]);
        Note(new RestartService("web", "it hangs"), new Receipt(true, ""));
        Assert.Equal(0, Undoing().UnreadableLines());
        Assert.Equal(["web", "api"], Undoing().Acts().Select(act => act.Does.Split('\'')[1]));

        File.AppendAllText(journal, "{}\nnull\n{\"entry\":9,\"at\":\"2026-01-01T00:00:00+00:00\",\"begin\":{\"fault\":\"a\",\"subject\":\"b\",\"says\":\"c\",\"act\":null}}\n");
        Assert.Equal(3, Undoing().UnreadableLines());
        File.WriteAllBytes(journal, [.. Enumerable.Range(0, 4000).Select(at => (byte)(at * 7919 % 251))]);
        Assert.True(Undoing().UnreadableLines() > 0);
        Assert.Empty(Undoing().Acts());
    }

    [Fact]
    public async Task What_was_kept_outlives_a_journal_that_was_lost()
    {
        await File.WriteAllTextAsync(_folder.Path("a.lock"), "oldest\n", TestContext.Current.CancellationToken);
        await DoAsync(new RewriteFile("a.lock", "old\n", "write it anew", "it is stale"));
        File.Delete(_folder.Path(".hale", "journal.jsonl"));
        await DoAsync(new RewriteFile("a.lock", "new\n", "write it anew", "it is stale"));

        Assert.Equal("oldest\n", await File.ReadAllTextAsync(_folder.Path(".hale", "originals", "1", "a.lock"), TestContext.Current.CancellationToken));
        Assert.True((await UndoAsync()).Done);
        Assert.Equal("old\n", await File.ReadAllTextAsync(_folder.Path("a.lock"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_volume_gets_back_what_was_kept_of_it_before_it_was_made_anew()
    {
        var (older, kept) = (new KeptVolume("shop_data", "volumes/1.tar", "11"), new KeptVolume("shop_data", "volumes/2.tar", "22"));
        Note(new KeepVolume("data", "shop_data", "it is old"), new Receipt(true, "") { Volume = older });
        Note(new KeepVolume("data", "shop_data", "it is old"), new Receipt(true, "") { Volume = kept });
        Note(new RenewVolume("data", "shop_data", "it is old"), new Receipt(true, "") { Undo = "hale undo" });
        Note(new KeepVolume("data", "shop_data", "it is old"), new Receipt(true, "") { Volume = new KeptVolume("shop_data", "volumes/4.tar", "44") });
        Note(new KeepVolume("other", "shop_other", "it is old"), new Receipt(true, "") { Volume = new KeptVolume("shop_other", "volumes/5.tar", "55") });
        var renewed = Undoing().Acts()[2];
        Assert.Equal("puts .hale/volumes/2.tar back into the volume", renewed.Way);

        Assert.True((await Undoing().UndoAsync(renewed, TestContext.Current.CancellationToken)).Done);

        Assert.Equal((kept.File, kept.Digest), (Assert.Single(_volumes.PutBack).File, _volumes.PutBack[0].Digest));
        Assert.DoesNotContain(Undoing().Acts(), act => act.Entry == renewed.Entry);
        Assert.Contains(".hale/volumes/5.tar stays", (await UndoAsync()).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_volume_that_was_being_made_anew_when_hale_was_killed_gets_back_what_was_kept()
    {
        Note(new KeepVolume("data", "shop_data", "it is old"), new Receipt(true, "") { Volume = new KeptVolume("shop_data", "volumes/1.tar", "11") });
        Journal().Begin(Found, new RenewVolume("data", "shop_data", "it is old"));
        Assert.NotNull(Undoing().Acts()[0].BrokenOff);

        Assert.True((await UndoAsync()).Done);
        Assert.Single(_volumes.PutBack);
    }

    [Fact]
    public async Task A_volume_that_was_not_put_back_can_be_put_back_later()
    {
        Note(new KeepVolume("data", "shop_data", "it is old"), new Receipt(true, "") { Volume = new KeptVolume("shop_data", "volumes/1.tar", "11") });
        Note(new RenewVolume("data", "shop_data", "it is old"), new Receipt(true, ""));
        _volumes.Refuses = true;

        Assert.False((await UndoAsync()).Done);
        Assert.Equal(2, Undoing().Acts().Count);
    }

    private void Note(Act act, Receipt receipt)
    {
        var journal = Journal();
        journal.End(journal.Begin(Found, act), receipt);
    }

    private async Task DoAsync(Act act, IHand? hand = null)
    {
        var journal = Journal();
        var entry = journal.Begin(Found, act);
        var receipt = await (hand ?? new EditHand(_folder.Project)).DoAsync(act, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(receipt.Done, receipt.Says);
        journal.End(entry, receipt);
    }

    private Task<Receipt> UndoAsync() => Undoing().UndoAsync(Undoing().Acts()[0], TestContext.Current.CancellationToken);

    private Undoing Undoing() => new(_folder.Project, Journal(), _overlay, _volumes);

    private JournalFile Journal() => new(_folder.Project, TimeProvider.System);

    private sealed class RememberedVolumes : IVolumeKeeper
    {
        public List<KeptVolume> PutBack { get; } = [];

        public bool Refuses { get; set; }

        public Task<Receipt> PutBackAsync(KeptVolume kept, CancellationToken stop)
        {
            PutBack.Add(kept);
            return Task.FromResult(new Receipt(!Refuses, "tried"));
        }
    }

    private sealed class RememberedOverlay : IOverlayStore
    {
        public List<OverlayLine> Removed { get; } = [];

        public Overlay Read() => Overlay.Empty;

        public void Add(IReadOnlyList<OverlayLine> lines) => throw new InvalidOperationException("nobody expected a line");

        public void Remove(IReadOnlyList<OverlayLine> lines) => Removed.AddRange(lines);

        public void Clear() => throw new InvalidOperationException("nobody expected the overlay to go");
    }
}
