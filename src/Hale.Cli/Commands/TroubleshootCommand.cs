using System.CommandLine;
using Hale.Cli.Output.Json;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale troubleshoot</c>: look, tell, mend nothing.</summary>
internal sealed class TroubleshootCommand : HaleCommand
{
    private readonly Argument<string?> _name = new("name")
    {
        Description = "A fault or a family of faults to look for; all when not given",
        HelpName = "NAME|FAMILY",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<FileInfo?> _save = new("--save") { Description = "Also write the evidence to a file, without secrets, for others to look at", HelpName = "FILE" };

    private readonly Option<FileInfo?> _from = new("--from") { Description = "Judge evidence that was saved, instead of looking", HelpName = "FILE" };

    private readonly TalkOptions _talk = new();

    public TroubleshootCommand(World world, GlobalOptions global)
        : base("troubleshoot", "Look for faults and tell what is found; nothing is changed", world, global)
    {
        Arguments.Add(_name);
        Options.Add(_save);
        Options.Add(_from);
        Options.Add(_talk.Json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale troubleshoot", "look for everything in the catalogue"),
        ("hale troubleshoot prereq", "look only at what Hale and Docker need"),
        ("hale troubleshoot docker-daemon-down", "look for one fault"),
        ("hale troubleshoot --save evidence.json", "keep what was seen, to ask somebody else"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var faults = Families.Matching(parsed.GetValue(_name));
        var options = new TroubleshootOptions(faults, parsed.GetValue(_from)?.FullName, parsed.GetValue(_save)?.FullName);
        var report = await Runs(parsed).TroubleshootAsync(options, stop).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonLines.Write(World.Output, Results.Of(Name, report.Verdict, report.Healing));
            return (int)report.Verdict;
        }

        var page = Page();
        var summary = new HealingSummary(page);
        summary.Left(report.Healing);
        summary.Blind(report.Healing);
        page.Gap();
        page.Say(Headline(faults.Count, report), 0, report.Verdict is Verdict.Good ? page.Paint.Good : page.Paint.Warn);
        page.Flush();
        return (int)report.Verdict;
    }

    private static string Headline(int asked, TroubleshootReport report)
    {
        var found = report.Healing.Left.Count(left => left.FollowsFrom is null);
        var blind = report.Healing.Blind.SelectMany(spot => spot.Faults).Distinct().Count();
        var looked = $"looked for {Output.Words.Count(asked, "fault")}, {(blind > 0 ? $"could not tell of {blind}, " : "")}found";
        return found == 0 ? $"{looked} none" : $"{looked} {found}; `hale docker` mends what can be mended";
    }
}
