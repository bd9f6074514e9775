using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale status</c>: where the stack stands, as the engine has it.</summary>
internal sealed class StatusCommand : HaleCommand
{
    private readonly TalkOptions _talk = new();

    public StatusCommand(World world, GlobalOptions global)
        : base("status", "Tell where the stack stands, as the engine has it; nothing is probed", world, global) => Options.Add(_talk.Json);

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale status", "one line a service"),
        ("hale status --json", "the same as records"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var report = await Runs(parsed).StatusAsync(stop).ConfigureAwait(false);
        var verdict = report.Services.All(service => service.Status is HealthStatus.Healthy || service.Completed || service.Wanted == 0)
            ? Verdict.Good
            : Verdict.SomethingLeft;
        if (WantsJson(parsed))
        {
            foreach (var service in report.Services)
            {
                JsonLines.Write(World.Output, new StatusRecord(
                    service.Name, Words.Of(service.Status), service.Says, service.Running, service.Wanted, service.Completed, Addresses.Of(service.Ports)));
            }

            JsonLines.Write(World.Output, Results.Of(report.Keeper));
            JsonLines.Write(World.Output, Results.Of(Name, verdict, project: report.Project));
        }
        else
        {
            Print(report, Page());
        }

        return (int)verdict;
    }

    private static void Print(StatusReport report, Page page)
    {
        page.Say(report.Project, 0, page.Paint.Strong);
        page.Table([.. report.Services.Select(service => (IReadOnlyList<Cell>)
        [
            new Cell(service.Name),
            HealthCell.Of(service.Completed ? HealthStatus.Healthy : service.Status, service.Completed ? "completed" : Words.Of(service.Status), page.Paint),
            new Cell(service.Wanted > 1 ? $"{service.Running} of {service.Wanted}, {service.Says}" : service.Says),
            new Cell(string.Join("  ", Addresses.Of(service.Ports)), page.Paint.Busy),
        ])]);
        KeeperText.Write(page, report.Keeper);
        page.Flush();
    }
}
