using Hale.Kernel.Faults;

namespace Hale.Healing.Tests;

/// <summary>What the loop believes, does, and leaves.</summary>
public sealed class Healing
{
    private static readonly Act Mends = new CreateFile("a", "template", "it is missing");
    private readonly World _world = new() { Wrong = { "a" } };

    [Fact]
    public async Task A_finding_is_mended_when_fresh_evidence_is_clear()
    {
        _world.Hands["a"] = () => Receive(_world.Wrong.Remove("a"));

        var report = await HealAsync(new Word("a", Mends));

        Assert.Equal("a", Assert.Single(report.Mended).Finding.Fault);
        Assert.True(report.MayGoOn);
        Assert.Empty(report.Left);
    }

    [Fact]
    public async Task A_remedy_that_only_says_it_helped_leaves_its_finding_and_is_not_tried_again()
    {
        _world.Hands["a"] = () => Receive(true);

        var report = await HealAsync(new Word("a", Mends));

        Assert.Empty(report.Mended);
        Assert.True(Assert.Single(Assert.Single(report.Left).Tried).Receipt.Done);
        Assert.Single(_world.Done, call => call == "do a");
        Assert.False(report.MayGoOn);
    }

    [Fact]
    public async Task What_its_hand_calls_harmless_is_left_as_a_warning_and_the_run_goes_on()
    {
        _world.Hands["a"] = () => new Receipt(false, "it holds a secret") { OnlyWarns = true };

        var report = await HealAsync(new Word("a", Mends));

        Assert.True(Assert.Single(report.Left).Finding.OnlyWarns);
        Assert.True(report.MayGoOn);
    }

    [Fact]
    public async Task What_cannot_be_looked_at_again_is_not_mended()
    {
        _world.Hands["a"] = () =>
        {
            _world.CannotLook = "the folder cannot be read";
            return Receive(true);
        };

        var report = await HealAsync(new Word("a", Mends));

        Assert.Empty(report.Mended);
        Assert.Equal("the folder cannot be read", Assert.Single(report.Blind).Why);
    }

    [Fact]
    public async Task What_comes_back_is_left_and_no_longer_mended()
    {
        _world.Hands["a"] = () =>
        {
            _world.Wrong.Remove("a");
            _world.Wrong.Add("b");
            return Receive(true);
        };
        _world.Hands["b"] = () => Receive(_world.Wrong.Remove("b") && _world.Wrong.Add("a"));

        var report = await HealAsync(new Word("a", Mends), new Word("b", new CreateFile("b", "template", "it is missing")));

        Assert.Equal(["b"], report.Mended.Select(mended => mended.Finding.Fault));
        Assert.Equal(["a"], report.Left.Select(left => left.Finding.Fault));
    }

    [Fact]
    public async Task Two_findings_with_the_same_remedy_cost_one_act()
    {
        _world.Wrong.Add("b");
        _world.Hands["a"] = () => Receive(true);

        await HealAsync(new Word("a", Mends), new Word("b", Mends with { Because = "it is wanted" }));

        Assert.Single(_world.Done, call => call == "do a");
    }

    [Fact]
    public async Task The_root_alone_is_mended_and_told_first()
    {
        _world.Wrong.Add("z");
        _world.Hands["z"] = () => Receive(true);

        var report = await HealAsync(new Word("a", Mends), new Word("z", new CreateFile("z", "template", "it is missing")) { CausesOthers = ["a"] });

        Assert.Equal(["z", "a"], report.Left.Select(left => left.Finding.Fault));
        Assert.DoesNotContain("do a", _world.Done);
    }

    [Fact]
    public async Task What_followed_from_a_mended_root_waits_for_the_next_start()
    {
        _world.Wrong.Add("z");
        _world.Hands["z"] = () => Receive(_world.Wrong.Remove("z"));
        _world.Hands["a"] = () => Receive(_world.Wrong.Remove("a"));
        var healer = _world.With(new Word("a", Mends), new Word("z", new CreateFile("z", "template", "it is missing")) { CausesOthers = ["a"] });

        await healer.HealAsync(beforeStart: false, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("do a", _world.Done);

        healer.Attempted();
        Assert.True((await healer.HealAsync(beforeStart: false, TestContext.Current.CancellationToken)).MayGoOn);
    }

    [Fact]
    public async Task What_shows_while_containers_come_and_go_waits_for_the_next_start()
    {
        _world.Hands["web"] = () => Receive(_world.Wrong.Remove("a") && _world.Wrong.Add("b"));

        var report = await HealAsync(new Word("a", new RestartService("web", "it hangs")), new Word("b", new CreateFile("b", "template", "it is missing")));

        Assert.Equal(["b"], report.Left.Select(left => left.Finding.Fault));
        Assert.DoesNotContain("do b", _world.Done);
    }

    [Fact]
    public async Task Without_consent_nothing_is_done_and_the_advice_is_told()
    {
        var world = new World { Wrong = { "a" }, Consents = false };

        var report = await world.With(new Word("a", new StartDaemon(DaemonStarter.Service, "it is down"))).HealAsync(beforeStart: false, TestContext.Current.CancellationToken);

        Assert.Empty(world.Done);
        var left = Assert.Single(report.Left);
        Assert.Equal(["mend a by hand"], left.Advice);
        Assert.Contains("--yes", left.Tried[0].Receipt.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_lose_data_names_the_volume_that_has_to_be_named()
    {
        var world = new World { Wrong = { "a" }, Consents = false };

        var report = await world.With(new Word("a", new KeepVolume("data", "shop_data", "it is old"), new RenewVolume("data", "shop_data", "it is old"))).HealAsync(beforeStart: false, TestContext.Current.CancellationToken);

        Assert.Empty(world.Done);
        Assert.EndsWith("with --allow-data-loss data to allow it", Assert.Single(Assert.Single(report.Left).Tried).Receipt.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_kept_is_not_made_anew()
    {
        _world.Hands["keep-volume"] = () => Receive(false);

        await HealAsync(new Word("a", new KeepVolume("data", "shop_data", "it is old"), new RenewVolume("data", "shop_data", "it is old")));

        Assert.Equal(["do keep-volume"], _world.Done.Where(call => call.StartsWith("do ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_journal_knows_of_an_act_before_it_begins_and_of_a_hand_that_failed()
    {
        _world.Hands["a"] = () => throw new IOException("the disk is full");

        var report = await HealAsync(new Word("a", Mends));

        Assert.Equal(["note a", "do a", "noted the disk is full"], _world.Done);
        Assert.Equal("the disk is full", report.Left[0].Tried[0].Receipt.Says);
    }

    [Fact]
    public async Task A_look_alone_mends_nothing()
    {
        var report = await _world.With(new Word("a", Mends)).LookOnlyAsync(beforeStart: false, TestContext.Current.CancellationToken);

        Assert.Equal("a", Assert.Single(report.Left).Finding.Fault);
        Assert.Empty(_world.Done);
    }

    private static Receipt Receive(bool done) => new(done, "done");

    private Task<HealingReport> HealAsync(params IReadOnlyList<Fault> catalogue) => _world.With(catalogue).HealAsync(beforeStart: false, TestContext.Current.CancellationToken);
}
