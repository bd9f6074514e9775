using System.CommandLine;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale db seed</c>: fills a database as the project says.</summary>
internal sealed class DbSeedCommand : HaleCommand
{
    private readonly Argument<string?> _service = ServiceArgument.One("The database's service; may be left out where the project has one database");
    private readonly DryRunOption _dry = new();

    public DbSeedCommand(World world, GlobalOptions global)
        : base("seed", "Fill a database as the project says under x-hale: database: seed:, or with db/seed.sql and the like, after a snapshot", world, global)
    {
        Arguments.Add(_service);
        Options.Add(_dry);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale db seed", "what the project names, up to the first that fails"),
        ("hale db seed --dry-run", "only say with what"),
        ("hale db seed db", "the same into the service 'db'"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var page = Page();
        await Runs(parsed).Database().SeedAsync(parsed.GetValue(_service), parsed.GetValue(_dry), step => DatabaseSummary.Write(page, step), stop).ConfigureAwait(false);
        return (int)Verdict.Good;
    }
}
