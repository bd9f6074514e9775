using System.CommandLine;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale engine stop</c>: ends the daemon that Hale started, and no other.</summary>
internal sealed class EngineStopCommand(World world, GlobalOptions global)
    : HaleCommand("stop", "End the daemon that Hale started; one that somebody else started is left alone", world, global)
{
    public override IReadOnlyList<(string Line, string Does)> Examples => [("hale engine stop", "end it; its containers stop with it")];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var receipt = await Runs(parsed).StopEngineAsync(stop).ConfigureAwait(false);
        var page = Page();
        page.Say(receipt.Says, 0, receipt.Done ? page.Paint.Good : page.Paint.Warn);
        page.Flush();
        return (int)(receipt.Done ? Verdict.Good : Verdict.SomethingLeft);
    }
}
