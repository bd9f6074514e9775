using System.CommandLine;
using System.Globalization;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale list</c>: the checkouts on this machine.</summary>
internal sealed class ListCommand : HaleCommand
{
    // One that publishes many ports would push the folders of all others out of sight.
    private const int MostAddresses = 2;

    private readonly TalkOptions _talk = new();

    public ListCommand(World world, GlobalOptions global)
        : base("list", "Show the checkouts on this machine: name, what is up, where it is reached, folder", world, global) => Options.Add(_talk.Json);

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale list", "one line a checkout; the one you are in has an arrow"),
        ("hale list --json", "the same as records"),
    ];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.WrongUsage, Verdict.CannotTell];

    // The checkouts are the same wherever one stands, so also where nothing is left to stand on.
    protected override string Folder => World.Folder ?? "/";

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var report = await Runs(parsed).CheckoutsAsync(stop).ConfigureAwait(false);
        var verdict = report is { Blind: null, Flaw: null } ? Verdict.Good : Verdict.CannotTell;
        if (WantsJson(parsed))
        {
            foreach (var one in report.Checkouts)
            {
                JsonLines.Write(World.Output, new CheckoutRecord(one.Name, one.Folder, one.IsThis, one.IsGone, one.Containers, one.Running, one.Unhealthy, one.Addresses));
            }

            JsonLines.Write(World.Output, Results.Of(Name, verdict));
        }
        else
        {
            Print(report, Page());
        }

        return (int)verdict;
    }

    private static void Print(CheckoutsReport report, Page page)
    {
        if (report.Checkouts.Count == 0)
        {
            page.Say("no checkout is known on this machine");
        }
        else
        {
            page.Table([.. report.Checkouts.Select(one => (IReadOnlyList<Cell>)
            [
                new Cell(one.IsThis ? "->" : ""),
                new Cell(one.Name),
                StateOf(one, report, page.Paint),
                new Cell(AddressesOf(one), page.Paint.Busy),
                new Cell(one.IsGone ? $"gone: {one.Folder}" : one.Folder, page.Paint.Faint),
            ])]);
        }

        foreach (var gone in report.Checkouts.Where(one => one.IsGone))
        {
            page.Say($"the checkout '{gone.Name}' is gone from its folder; `docker compose -p {gone.Name} down` ends what is left of it, and keeps its volumes", 0, page.Paint.Warn);
        }

        if (report.Blind is { } why)
        {
            page.Say($"what is up could not be seen: {why}", 0, page.Paint.Warn);
        }

        if (report.Flaw is { } flaw)
        {
            page.Say($"which checkouts are down could not be read: {flaw}", 0, page.Paint.Warn);
        }

        page.Flush();
    }

    private static string AddressesOf(CheckoutRow one) =>
        string.Join(", ", one.Addresses.Take(MostAddresses)) + (one.Addresses.Count > MostAddresses ? string.Create(CultureInfo.InvariantCulture, $" and {one.Addresses.Count - MostAddresses} more") : "");

    private static Cell StateOf(CheckoutRow one, CheckoutsReport report, Paint paint) => one switch
    {
        _ when report.Blind is not null => new Cell("?", paint.Faint),
        { Containers: 0 } => new Cell("down", paint.Faint),
        { Unhealthy: > 0 } => new Cell(string.Create(CultureInfo.InvariantCulture, $"{one.Running} of {one.Containers} running, {one.Unhealthy} unhealthy"), paint.Bad),
        _ => new Cell(string.Create(CultureInfo.InvariantCulture, $"{one.Running} of {one.Containers} running"), one.Running > 0 ? paint.Good : paint.Warn),
    };
}
