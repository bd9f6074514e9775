using System.CommandLine;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale keeper stop</c>: ends the project's keeper.</summary>
internal sealed class KeeperStopCommand(World world, GlobalOptions global)
    : HaleCommand("stop", "End the project's keeper; the stack stays up", world, global)
{
    public override IReadOnlyList<(string Line, string Does)> Examples => [("hale keeper stop", "end it; nothing to do where there is none")];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var receipt = await Runs(parsed).StopKeeperAsync(stop).ConfigureAwait(false);
        var page = Page();
        page.Say(receipt.Done ? $"{receipt.Says}; the stack stays up" : receipt.Says, 0, receipt.Done ? page.Paint.Good : page.Paint.Faint);
        page.Flush();
        return (int)Verdict.Good;
    }
}
