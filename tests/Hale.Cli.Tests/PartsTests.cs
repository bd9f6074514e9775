using Hale.Cli.Output;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Tests.Recorded;
using Hale.Kernel.Engines;
using Hale.Kernel.Runs;

namespace Hale.Cli.Tests;

/// <summary>The parts that the forms are made of.</summary>
public sealed class PartsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b[38;2;1;2;3mred", "red")]
    [InlineData("\u001b]0;title\u0007after", "after")]
    [InlineData("\u001b]8;;http://evil\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u001bPq#0\u001b\\after", "after")]
    [InlineData("\u001b[2J\u001b[Hgone", "gone")]
    [InlineData("\u001b(Bset", "set")]
    [InlineData("50%\r100%\r", "50%100%")]
    [InlineData("a\tb", "a b")]
    [InlineData("bell\u0007", "bell\\x07")]
    [InlineData("\u009b2J", "\\x9b2J")]
    [InlineData("\u202eevil", "\\u202eevil")]
    [InlineData("ends \u001b", "ends \u001b")]
    [InlineData("grün 日本", "grün 日本")]
    public void Text_from_elsewhere_cannot_command_the_terminal(string text, string clean) =>
        Assert.Equal(clean.Replace("\u001b", "", StringComparison.Ordinal).TrimEnd(), Clean.Line(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcd..")]
    [InlineData("日本語日本語", 7, "日本..")]
    [InlineData("abc", 2, "ab")]
    [InlineData("abc", 0, "")]
    public void Text_is_cut_by_columns(string text, int width, string cut) => Assert.Equal(cut, Layout.Cut(text, width));

    [Fact]
    public void Text_is_broken_between_words_and_a_long_word_stays_whole() =>
        Assert.Equal(["one two", "http://a.very.long.address/", "three"], Layout.Wrap("one two http://a.very.long.address/ three", 10));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.0994, "99 ms")]
    [InlineData(0.0996, "0.1 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 0 s")]
    [InlineData(125, "2 min 5 s")]
    public void A_time_is_said_for_people(double seconds, string says) => Assert.Equal(says, Words.Of(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void The_slowest_chain_goes_back_through_the_one_that_was_ready_last() =>
        Assert.Equal(["db", "migrate", "api", "web"], CriticalPath.Of(MendedRun.Whole.Report.Outcome).Select(link => link.Service));

    [Fact]
    public void A_chain_ends_where_a_service_ran_before()
    {
        var outcome = new Outcome(
        [
            new ServiceOutcome { Service = "db", Phase = ServicePhase.Ready },
            new ServiceOutcome { Service = "api", Phase = ServicePhase.Ready, Started = TimeSpan.FromSeconds(1), Ready = TimeSpan.FromSeconds(2), WaitedFor = ["db"] },
        ], null);

        Assert.Equal([new Link("api", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1))], CriticalPath.Of(outcome));
    }

    [Theory]
    [InlineData(80, 8080, "0.0.0.0", "tcp", "http://localhost:8080")]
    [InlineData(80, 80, "::", "tcp", "http://localhost")]
    [InlineData(443, 8443, "", "tcp", "https://localhost:8443")]
    [InlineData(5432, 15432, "127.0.0.1", "tcp", "localhost:15432")]
    [InlineData(53, 5353, "192.168.0.9", "udp", "192.168.0.9:5353/udp")]
    [InlineData(8000, 8000, "fe80::1", "tcp", "http://[fe80::1]:8000")]
    public void A_port_is_told_as_it_is_opened(int target, int published, string ip, string protocol, string address) =>
        Assert.Equal(address, Addresses.Of(new BoundPort(target, published, ip, protocol)));

    [Theory]
    [InlineData("xterm", null, null, "de_DE.UTF-8", true, true, true)]
    [InlineData("xterm", "1", null, "C", true, false, false)]
    [InlineData("xterm", "", null, null, true, true, false)]
    [InlineData("xterm", null, "true", null, false, true, false)]
    [InlineData("dumb", null, null, null, false, false, false)]
    [InlineData(null, null, null, null, false, false, false)]
    public void A_terminal_is_what_its_environment_says(string? term, string? noColour, string? ci, string? lang, bool live, bool colour, bool unicode)
    {
        var variables = new Dictionary<string, string?> { ["TERM"] = term, ["NO_COLOR"] = noColour, ["CI"] = ci, ["LANG"] = lang };

        var terminal = Terminal.Of(isTerminal: true, 80, variables.GetValueOrDefault);

        Assert.Equal((live, colour, unicode), (terminal.Live, terminal.Colour, terminal.Unicode));
        Assert.Equal(Terminal.Pipe, Terminal.Of(isTerminal: false, 0, variables.GetValueOrDefault));
    }

    [Fact]
    public void The_stage_gives_a_late_watcher_the_newest_state_and_a_listener_every_event()
    {
        var stage = new Stage(TimeProvider.System);
        var listener = stage.Listen();
        foreach (var happened in MendedRun.Whole.Events)
        {
            stage.Tell(happened);
        }

        var watcher = stage.Watch();
        Assert.True(watcher.TryRead(out var view));
        Assert.Equal(4, view.Services.Length);
        var heard = new List<RunEvent>();
        while (listener.TryRead(out var happened))
        {
            heard.Add(happened);
        }

        Assert.Equal(MendedRun.Whole.Events, heard);
    }

    [Fact]
    public void Phases_that_come_again_are_added_up()
    {
        RunEvent[] events =
        [
            new PhaseBegan(TimeSpan.FromSeconds(0), RunPhase.Look), new PhaseEnded(TimeSpan.FromSeconds(1), RunPhase.Look),
            new PhaseBegan(TimeSpan.FromSeconds(5), RunPhase.Look), new PhaseEnded(TimeSpan.FromSeconds(7), RunPhase.Look),
        ];

        Assert.Equal(TimeSpan.FromSeconds(3), events.Aggregate(RunView.Empty, (view, happened) => view.After(happened)).Phases.Single().Total);
    }
}
