using Hale.Kernel;
using Hale.Kernel.Faults;

namespace Hale.Healing.Tests;

/// <summary>How the probes are run.</summary>
public sealed class Observing
{
    [Fact]
    public async Task Probes_that_need_nothing_of_each_other_look_at_the_same_time()
    {
        var both = new CountdownEvent(2);
        Task Meet() => Task.Run(() => Assert.True(both.Signal() || both.Wait(TimeSpan.FromSeconds(10))));

        var evidence = await LookAsync(new Eye(Needs.Machine, Needs.None, Meet), new Eye(Needs.Tools, Needs.None, Meet));

        Assert.Null(evidence.Machine.Unknown);
        Assert.Null(evidence.Tools.Unknown);
    }

    [Fact]
    public async Task A_probe_sees_what_it_asked_to_come_after()
    {
        var tools = new Eye(Needs.Tools, Needs.Machine, () => Task.CompletedTask);

        await new Observer([tools, new Eye(Needs.Machine, Needs.None, () => Task.Delay(50))], TimeProvider.System).LookAsync(Needs.Tools, TestContext.Current.CancellationToken);

        Assert.NotNull(tools.Knew!.Machine.Known);
    }

    [Fact]
    public async Task A_probe_that_takes_too_long_is_blind_and_the_others_are_not()
    {
        var evidence = await LookAsync(new Eye(Needs.Machine, Needs.None, () => Task.Delay(Timeout.Infinite)) { Patience = TimeSpan.FromMilliseconds(50) }, new Eye(Needs.Tools, Needs.None, () => Task.CompletedTask));

        Assert.StartsWith("no answer within", evidence.Machine.Unknown, StringComparison.Ordinal);
        Assert.NotNull(evidence.Tools.Known);
    }

    [Fact]
    public async Task A_probe_that_crashes_is_blind() =>
        Assert.Equal("a mistake", (await LookAsync(new Eye(Needs.Machine, Needs.None, () => throw new InvalidOperationException("a mistake")))).Machine.Unknown);

    [Fact]
    public async Task A_time_out_inside_a_probe_is_blind_and_does_not_end_the_run() =>
        Assert.Equal("the request timed out", (await LookAsync(new Eye(Needs.Machine, Needs.None, () => throw new TaskCanceledException("the request timed out")))).Machine.Unknown);

    [Fact]
    public async Task A_probe_that_leaves_its_reading_out_is_blind() =>
        Assert.NotNull((await LookAsync(new Eye(Needs.Machine, Needs.None, () => Task.CompletedTask) { LeavesOut = true })).Machine.Unknown);

    [Fact]
    public async Task An_interruption_ends_the_look()
    {
        using var stop = new CancellationTokenSource(50);
        var observer = new Observer([new Eye(Needs.Machine, Needs.None, () => Task.Delay(Timeout.Infinite))], TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => observer.LookAsync(Needs.Machine, stop.Token));
    }

    private static Task<Evidence> LookAsync(params IReadOnlyList<IProbe> probes) =>
        new Observer(probes, TimeProvider.System).LookAsync(Needs.Machine | Needs.Tools, TestContext.Current.CancellationToken);

    /// <summary>A probe that waits for what the test says before it answers.</summary>
    private sealed class Eye(Needs gives, Needs after, Func<Task> meanwhile) : IProbe
    {
        public Evidence? Knew { get; private set; }

        public Needs Gives => gives;

        public Needs After => after;

        public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

        public bool LeavesOut { get; init; }

        public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
        {
            Knew = known;
            await meanwhile();
            return evidence => LeavesOut ? evidence : gives is Needs.Machine
                ? evidence with { Machine = Reading.Of(new MachineFacts { System = "linux" }) }
                : evidence with { Tools = Reading.Of(new ToolFacts()) };
        }

        public Func<Evidence, Evidence> Blind(string why) => evidence => gives is Needs.Machine
            ? evidence with { Machine = Reading.Blind<MachineFacts>(why) }
            : evidence with { Tools = Reading.Blind<ToolFacts>(why) };
    }
}
