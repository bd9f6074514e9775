using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Faults;
using Hale.Kernel.Faults;

namespace Hale.Cli.Commands;

/// <summary><c>hale explain</c>: the catalogue, read aloud.</summary>
internal sealed class ExplainCommand : HaleCommand
{
    private readonly Argument<string?> _name = new("name") { Description = "A fault, such as docker-daemon-down", HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _list = new("--list") { Description = "Name every fault of the catalogue" };
    private readonly TalkOptions _talk = new();

    public ExplainCommand(World world, GlobalOptions global)
        : base("explain", "Explain a fault: what we look at, why it happens, what mends it", world, global)
    {
        _name.CompletionSources.Add(_ => Catalogue.All.Select(fault => new System.CommandLine.Completions.CompletionItem(fault.Id)));
        Arguments.Add(_name);
        Options.Add(_list);
        Options.Add(_talk.Json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale explain docker-daemon-down", "the page of one fault"),
        ("hale explain --list", "every fault with its family"),
    ];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.WrongUsage];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var name = parsed.GetValue(_name);
        if (name is null && !parsed.GetValue(_list))
        {
            throw new ProblemException(new Problem("say which fault to explain") { Advice = ["hale explain docker-daemon-down", "hale explain --list"] });
        }

        IReadOnlyList<Fault> faults = name is null
            ? [.. Catalogue.All.OrderBy(Families.Of, StringComparer.Ordinal).ThenBy(fault => fault.Id, StringComparer.Ordinal)]
            : [Families.Find(name) ?? throw Families.Unknown(name, $"there is no fault '{name}'")];
        if (WantsJson(parsed))
        {
            foreach (var fault in faults)
            {
                JsonLines.Write(World.Output, new FaultRecord(fault.Id, Families.Of(fault), fault.Title, name is null ? null : fault.Page));
            }
        }
        else
        {
            Print(faults, name is null, Page());
        }

        return Task.FromResult((int)Verdict.Good);
    }

    private static void Print(IReadOnlyList<Fault> faults, bool list, Page page)
    {
        if (list)
        {
            page.Table([.. faults.Select(fault => (IReadOnlyList<Cell>)[new Cell(Families.Of(fault)), new Cell(fault.Id, page.Paint.Strong), new Cell(fault.Title)])]);
        }
        else
        {
            page.Verbatim(FaultPage.Heading(faults[0]), 0, page.Paint.Strong);
            foreach (var line in FaultPage.Body(faults[0]))
            {
                page.Verbatim(line, 0, line.StartsWith('#') ? page.Paint.Strong : null);
            }
        }

        page.Flush();
    }
}
