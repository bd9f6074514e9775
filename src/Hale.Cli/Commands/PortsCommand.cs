using System.CommandLine;
using System.Globalization;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale ports</c>: who holds the ports that the stack publishes.</summary>
internal sealed class PortsCommand : HaleCommand
{
    private readonly TalkOptions _talk = new();

    public PortsCommand(World world, GlobalOptions global)
        : base("ports", "Show the ports that the stack publishes, where each is reached, and who holds it", world, global) => Options.Add(_talk.Json);

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale ports", "one line a port"),
        ("hale ports --json", "the same as records"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var report = await Runs(parsed).PortsAsync(stop).ConfigureAwait(false);
        var verdict = report.Blind.Count > 0 ? Verdict.CannotTell
            : report.Ports.Any(port => !port.IsOurs && port.Holder is not "nobody") ? Verdict.SomethingLeft : Verdict.Good;
        if (WantsJson(parsed))
        {
            foreach (var port in report.Ports)
            {
                JsonLines.Write(World.Output, new PortRecord(port.Service, port.Published, port.Target, port.Protocol, port.Address, port.Holder));
            }

            JsonLines.Write(World.Output, Results.Of(Name, verdict));
        }
        else
        {
            Print(report, Page());
        }

        return (int)verdict;
    }

    private static void Print(PortsReport report, Page page)
    {
        if (report.Ports.Count == 0)
        {
            page.Say("the stack publishes no port");
        }
        else
        {
            page.Table([.. report.Ports.Select(port => (IReadOnlyList<Cell>)
            [
                new Cell(port.Service),
                new Cell(string.Create(CultureInfo.InvariantCulture, $"{port.Published} -> {port.Target}/{port.Protocol}")),
                new Cell(port.Address ?? "not published", port.Address is null ? page.Paint.Faint : page.Paint.Busy),
                new Cell(port.IsOurs ? "" : $"held by {port.Holder}", port.Holder is "nobody" ? page.Paint.Faint : page.Paint.Warn),
            ])]);
        }

        foreach (var why in report.Blind)
        {
            page.Say($"not all could be seen: {why}", 0, page.Paint.Warn);
        }

        page.Flush();
    }
}
