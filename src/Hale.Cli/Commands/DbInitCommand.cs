using System.CommandLine;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale db init</c>: runs the scripts for a first start that came too late for it.</summary>
internal sealed class DbInitCommand : HaleCommand
{
    private readonly Argument<string?> _service = ServiceArgument.One("The database's service; may be left out where the project has one database");
    private readonly Option<string[]> _only = new("--only") { Description = "Run only this script, whether it ran or not; may be given several times", HelpName = "SCRIPT" };
    private readonly DryRunOption _dry = new();

    public DbInitCommand(World world, GlobalOptions global)
        : base("init", "Run the init scripts that a database never ran, after a snapshot, up to the first that fails", world, global)
    {
        Arguments.Add(_service);
        Options.Add(_only);
        Options.Add(_dry);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale db init", "all that it did not run as they are now, in their order"),
        ("hale db init --dry-run", "only say which"),
        ("hale db init db --only 02-orders.sql", "this one alone"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var page = Page();
        await Runs(parsed).Database().InitAsync(parsed.GetValue(_service), parsed.GetValue(_only) ?? [], parsed.GetValue(_dry), step => DatabaseSummary.Write(page, step), stop).ConfigureAwait(false);
        return (int)Verdict.Good;
    }
}
