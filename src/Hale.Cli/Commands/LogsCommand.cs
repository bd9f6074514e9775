using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale logs</c>: what the services print.</summary>
internal sealed class LogsCommand : HaleCommand
{
    private readonly Argument<string[]> _services = ServiceArgument.Of("The services to read; all when none is named");
    private readonly Option<int?> _tail = new("--tail", "-n") { Description = "Only the last lines of each container", HelpName = "number", CustomParser = Numbers.Small };
    private readonly Option<bool> _follow = new("--follow") { Description = "Stay and print what comes, until Ctrl-C" };
    private readonly TalkOptions _talk = new();

    public LogsCommand(World world, GlobalOptions global)
        : base("logs", "Print what the services print", world, global)
    {
        Arguments.Add(_services);
        Options.Add(_tail);
        Options.Add(_follow);
        Options.Add(_talk.Json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale logs", "all that every service has printed"),
        ("hale logs api --tail 50 --follow", "the last 50 lines of 'api', and what comes"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var options = new LogsOptions
        {
            Services = parsed.GetValue(_services) ?? [],
            Tail = parsed.GetValue(_tail),
            Follow = parsed.GetValue(_follow),
        };
        var printer = new LogPrinter(World.Output, World.Terminal.Paint);
        await foreach (var line in Runs(parsed).LogsAsync(options, stop).ConfigureAwait(false))
        {
            if (WantsJson(parsed))
            {
                JsonLines.Write(World.Output, new LogRecord(line.Service, line.Number, line.IsError ? "stderr" : "stdout", line.Text));
            }
            else
            {
                printer.Print(line);
            }
        }

        return (int)Verdict.Good;
    }
}
