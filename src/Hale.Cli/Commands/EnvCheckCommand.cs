using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Machine.Environments;

namespace Hale.Cli.Commands;

/// <summary><c>hale env check</c>: the faults of the family <c>env</c>, and what the project asks for.</summary>
internal sealed class EnvCheckCommand : HaleCommand
{
    private const string Family = "env";

    private readonly TalkOptions _talk = new();

    public EnvCheckCommand(World world, GlobalOptions global)
        : base("check", "Tell what is wrong with the environment files, and what the project asks for; nothing is changed", world, global) => Options.Add(_talk.Json);

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale env check", "what is missing, malformed, drifting or left at a placeholder"),
        ("hale env check --json", "the same as records; the one of the type 'env-config' says what is required, optional, validated and secret"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var runs = Runs(parsed);
        var faults = Families.Matching(Family);
        var config = runs.Environment().Config();
        var report = await runs.TroubleshootAsync(new TroubleshootOptions(faults, null, null), stop).ConfigureAwait(false);
        var verdict = report.Healing.Left.Count > 0 ? Verdict.SomethingLeft : report.Verdict;
        if (WantsJson(parsed))
        {
            JsonLines.Write(World.Output, new EnvConfigRecord(config.Required, config.Optional, config.Validation, config.Secrets));
            JsonLines.Write(World.Output, Results.Of("env check", verdict, report.Healing));
            return (int)verdict;
        }

        var page = Page();
        var summary = new HealingSummary(page);
        summary.Left(report.Healing);
        summary.Blind(report.Healing);
        page.Gap();
        page.Say(Asks(config));
        page.Say(Headline(report), 0, verdict is Verdict.Good ? page.Paint.Good : page.Paint.Warn);
        page.Flush();
        return (int)verdict;
    }

    private static string Asks(EnvConfig config) =>
        $"{Words.Count(config.Required.Count + config.Optional.Count, "variable")}: {config.Required.Count} required{(config.Required.Count == 0 ? "" : $" ({string.Join(", ", config.Required)})")}, {config.Secrets.Count} secret";

    private static string Headline(TroubleshootReport report) => report.Healing.Left.Count switch
    {
        0 => report.Healing.Blind.Count == 0 ? "nothing is wrong with the environment" : "nothing wrong was seen",
        var count => $"{Words.Count(count, "finding")}; `hale docker` mends what can be mended, `hale env set NAME=VALUE` sets a value",
    };
}
