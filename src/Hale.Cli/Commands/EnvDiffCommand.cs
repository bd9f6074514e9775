using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Machine.Environments;

namespace Hale.Cli.Commands;

/// <summary><c>hale env diff</c>: the variables of which template, <c>.env</c>, Compose files, shell and containers say different things.</summary>
internal sealed class EnvDiffCommand : HaleCommand
{
    private readonly Option<bool> _all = new("--all") { Description = "Show the variables that are the same everywhere, too" };
    private readonly TalkOptions _talk = new();

    public EnvDiffCommand(World world, GlobalOptions global)
        : base("diff", "Show where template, .env, Compose files, shell and running containers differ; secrets are not shown", world, global)
    {
        Options.Add(_all);
        Options.Add(_talk.Json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale env diff", "one line for each variable that differs"),
        ("hale env diff --all --json", "every variable as a record"),
    ];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft, Verdict.WrongUsage, Verdict.CannotTell];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var runs = Runs(parsed);
        var rows = runs.Environment().Table(stop);
        var stale = await runs.TroubleshootAsync(new TroubleshootOptions(Families.Matching("env-container-stale"), null, null), stop).ConfigureAwait(false);
        var shown = rows.Where(row => parsed.GetValue(_all) || row.Differs.Length > 0).ToList();
        var verdict = rows.Any(row => row.Differs.Length > 0) || stale.Healing.Left.Count > 0 ? Verdict.SomethingLeft : Verdict.Good;
        if (WantsJson(parsed))
        {
            foreach (var row in shown)
            {
                JsonLines.Write(World.Output, new EnvVariableRecord(row.Name, row.IsSecret, row.IsUsed, row.Template, row.File, row.Default, row.Shell, row.ReadIn, row.Differs));
            }

            JsonLines.Write(World.Output, Results.Of("env diff", verdict, stale.Healing));
            return (int)verdict;
        }

        var page = Page();
        if (shown.Count > 0)
        {
            page.Table([Head(page), .. shown.Select(row => RowOf(row, page))]);
        }

        foreach (var left in stale.Healing.Left)
        {
            page.Say(left.Finding.Says, 0, page.Paint.Warn);
        }

        foreach (var blind in stale.Healing.Blind)
        {
            page.Say($"what the containers hold could not be told: {blind.Why}", 0, page.Paint.Faint);
        }

        page.Say(verdict is Verdict.Good ? $"{Words.Count(rows.Count, "variable")}, no difference" : Differing(rows.Count(row => row.Differs.Length > 0), rows.Count));
        page.Flush();
        return (int)verdict;
    }

    private static string Differing(int count, int all) => count == 1 ? $"1 variable of {all} differs" : $"{count} variables of {all} differ";

    private static IReadOnlyList<Cell> Head(Page page) =>
        [.. ((string[])["variable", ".env", "template", "default", "shell", ""]).Select(title => new Cell(title, page.Paint.Faint))];

    private static IReadOnlyList<Cell> RowOf(EnvRow row, Page page) =>
    [
        new Cell(row.Name),
        new Cell(row.File ?? "-"),
        new Cell(row.Template ?? "-"),
        new Cell(row.Default ?? "-"),
        new Cell(row.Shell ?? "-"),
        new Cell(string.Join("; ", ((string[])[row.Differs, row.ReadIn is null ? "" : $"read in {row.ReadIn}"]).Where(part => part.Length > 0)), row.Differs.Length > 0 ? page.Paint.Warn : page.Paint.Faint),
    ];
}
