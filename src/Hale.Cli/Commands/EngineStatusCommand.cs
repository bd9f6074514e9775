using System.CommandLine;
using System.Globalization;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale engine status</c>: which engine is in use, and whether Hale started it.</summary>
internal sealed class EngineStatusCommand : HaleCommand
{
    private readonly TalkOptions _talk = new();

    public EngineStatusCommand(World world, GlobalOptions global)
        : base("status", "Tell which engine is in use and whether Hale started it", world, global) => Options.Add(_talk.Json);

    public override IReadOnlyList<(string Line, string Does)> Examples => [("hale engine status", "the engine's address and version")];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var engine = await Runs(parsed).EngineAsync(stop).ConfigureAwait(false);
        var verdict = engine.Version is null ? Verdict.SomethingLeft : Verdict.Good;
        if (WantsJson(parsed))
        {
            JsonLines.Write(World.Output, new EngineRecord(engine.Endpoint, engine.Version, engine.StartedByHale, engine.Log));
        }
        else
        {
            Print(engine, Page());
        }

        return (int)verdict;
    }

    private static void Print(EngineReport engine, Page page)
    {
        page.Table(
        [
            [new Cell("engine"), new Cell(engine.Endpoint)],
            [new Cell("version"), new Cell(engine.Version ?? "it does not answer")],
            [new Cell("started by"), new Cell(engine.StartedByHale is { } pid ? string.Create(CultureInfo.InvariantCulture, $"hale, process {pid}") : "somebody else")],
            .. engine.Log is { } log ? (IReadOnlyList<IReadOnlyList<Cell>>)[[new Cell("log"), new Cell(log)]] : [],
        ]);
        page.Flush();
    }
}
