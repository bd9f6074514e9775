using Hale.Cli.Output;
using Hale.Cli.Output.Live;
using Hale.Cli.Tests.Recorded;
using Hale.Kernel.Runs;

namespace Hale.Cli.Tests;

/// <summary>The live view: what it draws, that it fits, and that it leaves nothing behind.</summary>
public sealed class LiveTests
{
    private static readonly TimeSpan Middle = TimeSpan.FromSeconds(13.5);

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public void A_picture_in_the_middle_of_a_run_is_as_approved(int width) =>
        Approved.Is($"live-{width}", string.Join('\n', new LiveFrame("notes", Paint.None, unicode: false).Lines(ViewAt(Middle), Middle, width, 24)) + "\n");

    [Fact]
    public void A_coloured_picture_is_as_approved() =>
        Approved.Is("live-colour", Approved.Visible(string.Join('\n', new LiveFrame("notes", new Paint(true), unicode: true).Lines(ViewAt(Middle), Middle, 80, 24))) + "\n");

    [Theory]
    [InlineData(40, 24)]
    [InlineData(20, 10)]
    [InlineData(80, 5)]
    [InlineData(80, 3)]
    [InlineData(10, 4)]
    public void A_picture_of_a_hundred_services_is_never_wider_or_higher_than_the_terminal(int width, int height)
    {
        var view = Enumerable.Range(1, 100).Aggregate(RunView.Empty, (so, number) => so.After(
            new ServiceMoved(TimeSpan.Zero, $"service-with-a-long-name-{number}", (ServicePhase)(number % 10), "some detail that is long", ["another-service"])));

        var lines = new LiveFrame("project", Paint.None, unicode: true).Lines(view, Middle, width, height);

        Assert.True(lines.Count < height, $"{lines.Count} lines on a terminal of {height}");
        Assert.All(lines, line => Assert.True(Layout.Width(line) <= width, line));
        Assert.StartsWith("  and ", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_failed_is_shown_when_there_is_no_room_for_all()
    {
        var view = Enumerable.Range(1, 50).Aggregate(RunView.Empty, (so, number) => so.After(
            new ServiceMoved(TimeSpan.Zero, $"s{number}", number == 50 ? ServicePhase.Failed : ServicePhase.Ready, "", [])));

        Assert.Contains(new LiveFrame("p", Paint.None, false).Lines(view, Middle, 80, 6), line => line.StartsWith("x s50", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_live_run_prints_what_is_worth_keeping_and_takes_its_picture_away()
    {
        var stage = new Stage(TimeProvider.System);
        var output = new StringWriter();
        using var live = new LiveView(stage, output, new LiveFrame("notes", Paint.None, false), () => (80, 24), TimeProvider.System, Weight.Told);
        var telling = live.TellAsync();
        stage.Tell(new ServiceMoved(stage.Now, "api", ServicePhase.Starting, "", []));
        await Until(() => output.ToString().Contains("api", StringComparison.Ordinal));
        stage.Tell(new Noted(TimeSpan.FromSeconds(1), "worth keeping"));
        stage.Close();
        await telling;

        var screen = Screen.After(output.ToString());
        Assert.Equal(["   1.0 s  worth keeping"], screen);
        Assert.EndsWith("\u001b[?25h\u001b[?2026l", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_drawn_while_a_person_is_asked()
    {
        var stage = new Stage(TimeProvider.System);
        var output = new StringWriter();
        using var live = new LiveView(stage, output, new LiveFrame("notes", Paint.None, false), () => (80, 24), TimeProvider.System, Weight.Told);
        var telling = live.TellAsync();
        stage.Tell(new ServiceMoved(stage.Now, "api", ServicePhase.Starting, "", []));
        await Until(() => output.ToString().Contains("api", StringComparison.Ordinal));

        string before;
        using (live.Hold())
        {
            before = output.ToString();
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Assert.Equal(before, output.ToString());
            Assert.Empty(Screen.After(before));
        }

        await Until(() => output.ToString().Length > before.Length);
        stage.Close();
        await telling;
    }

    private static RunView ViewAt(TimeSpan at) =>
        MendedRun.Whole.Events.Where(happened => happened.At <= at).Aggregate(RunView.Empty, (view, happened) => view.After(happened));

    private static async Task Until(Func<bool> so)
    {
        for (var tries = 0; !so(); tries++)
        {
            Assert.True(tries < 500, "it did not come about in 10 s");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
