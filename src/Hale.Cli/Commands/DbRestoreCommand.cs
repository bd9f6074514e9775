using System.CommandLine;
using Hale.Cli.Output;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale db restore</c>: puts a snapshot back, and keeps what was there.</summary>
internal sealed class DbRestoreCommand : HaleCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The snapshot; `hale db status` lists them", HelpName = "NAME" };
    private readonly Argument<string?> _service = ServiceArgument.One("The database's service; that of the snapshot when not given");
    private readonly Option<string[]> _expendable = new("--allow-data-loss") { Description = "The service whose databases may be replaced; nothing is replaced without it", HelpName = "SERVICE" };
    private readonly DryRunOption _dry = new();

    public DbRestoreCommand(World world, GlobalOptions global)
        : base("restore", "Put a snapshot back; what the databases hold now is kept in another one first", world, global)
    {
        Arguments.Add(_name);
        Arguments.Add(_service);
        Options.Add(_expendable);
        Options.Add(_dry);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale db restore before-upgrade", "say what would be replaced, and how that is allowed"),
        ("hale db restore before-upgrade --allow-data-loss db", "replace the databases of 'db'"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var consent = new ConsolePrompt(new Page(World.Error, World.ErrorTerminal), yes: false, World.ReadLine, () => new Release(() => { })) { Expendable = parsed.GetValue(_expendable) ?? [] };
        var page = Page();
        await World.Runs(new Session(Project(parsed), new Stage(World.Clock), consent)).Database()
            .RestoreAsync(parsed.GetValue(_name)!, parsed.GetValue(_service), parsed.GetValue(_dry), step => DatabaseSummary.Write(page, step), stop).ConfigureAwait(false);
        return (int)Verdict.Good;
    }
}
