using System.CommandLine;
using Hale.Cli.Output.Json;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale keeper status</c>: whether the project has a keeper, asked of nobody else.</summary>
internal sealed class KeeperStatusCommand : HaleCommand
{
    private readonly TalkOptions _talk = new();

    public KeeperStatusCommand(World world, GlobalOptions global)
        : base("status", "Tell whether the project has a keeper, and how it goes", world, global) => Options.Add(_talk.Json);

    public override IReadOnlyList<(string Line, string Does)> Examples => [("hale keeper status", "its process, and where it writes what it does")];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var keeper = Runs(parsed).Keeper();
        if (WantsJson(parsed))
        {
            JsonLines.Write(World.Output, Results.Of(keeper));
        }
        else
        {
            var page = Page();
            KeeperText.Write(page, keeper);
            page.Verbatim(keeper.Log, 1);
            page.Flush();
        }

        return Task.FromResult((int)(keeper.Pid is null ? Verdict.SomethingLeft : Verdict.Good));
    }
}
