using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale health-check</c>: every service, asked now.</summary>
internal sealed class HealthCheckCommand : HaleCommand
{
    private readonly Argument<string[]> _services = ServiceArgument.Of("The services to ask; all when none is named");
    private readonly TalkOptions _talk = new();

    public HealthCheckCommand(World world, GlobalOptions global)
        : base("health-check", "Ask each service now whether it is healthy; old verdicts are not believed", world, global)
    {
        Arguments.Add(_services);
        Options.Add(_talk.Json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale health-check", "ask every service"),
        ("hale health-check api --json", "ask 'api' and print a record"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var report = await Runs(parsed).HealthAsync(parsed.GetValue(_services) ?? [], stop).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            foreach (var health in report.Services)
            {
                JsonLines.Write(World.Output, new HealthRecord(
                    health.Name, Words.Of(health.Status), health.LastCheck, health.Url, health.Dependencies, health.Errors));
            }

            JsonLines.Write(World.Output, Results.Of(Name, report.Verdict));
        }
        else
        {
            Print(report, Page());
        }

        return (int)report.Verdict;
    }

    private static void Print(HealthReport report, Page page)
    {
        page.Table([.. report.Services.Select(health => (IReadOnlyList<Cell>)
        [
            new Cell(health.Name),
            HealthCell.Of(health.Status, Words.Of(health.Status), page.Paint),
            new Cell(health.Errors is [var first, ..] ? first : health.Url ?? ""),
        ])]);
        page.Flush();
    }
}
