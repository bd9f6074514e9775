using System.CommandLine;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale db snapshot</c>: keeps what a server's databases hold.</summary>
internal sealed class DbSnapshotCommand : HaleCommand
{
    private readonly Argument<string?> _service = ServiceArgument.One("The database's service; may be left out where the project has one database");
    private readonly Option<string?> _name = new("--name") { Description = "What the snapshot is called; the service and the time when not given", HelpName = "NAME" };

    public DbSnapshotCommand(World world, GlobalOptions global)
        : base("snapshot", "Keep what a database holds in .hale/snapshots, whole or not at all", world, global)
    {
        Arguments.Add(_service);
        Options.Add(_name);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale db snapshot", "every database of the project's only server"),
        ("hale db snapshot db --name before-upgrade", "the same of the service 'db', under a name"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var taken = await Runs(parsed).Database().SnapshotAsync(parsed.GetValue(_service), parsed.GetValue(_name), stop).ConfigureAwait(false);
        DatabaseSummary.Write(Page(), taken);
        return (int)Verdict.Good;
    }
}
