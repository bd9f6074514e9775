using System.CommandLine;
using Hale.Cli.Output.Json;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale db status</c>: a database server, the scripts that it never ran, and its snapshots.</summary>
internal sealed class DbStatusCommand : HaleCommand
{
    private readonly Argument<string?> _service = ServiceArgument.One("The database's service; may be left out where the project has one database");
    private readonly TalkOptions _talk = new();

    public DbStatusCommand(World world, GlobalOptions global)
        : base("status", "Tell of a database: version, sizes, connections, init scripts that it never ran, snapshots", world, global)
    {
        Arguments.Add(_service);
        Options.Add(_talk.Json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale db status", "the project's only database"),
        ("hale db status db --json", "the database of the service 'db', as records"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var report = await Runs(parsed).Database().ReportAsync(parsed.GetValue(_service), stop).ConfigureAwait(false);
        var verdict = report.Scripts.Any(script => script.Ran is false) ? Verdict.SomethingLeft : Verdict.Good;
        if (WantsJson(parsed))
        {
            JsonLines.Write(World.Output, DatabaseRecords.Of(report));
            foreach (var snapshot in report.Snapshots)
            {
                JsonLines.Write(World.Output, DatabaseRecords.Of(snapshot));
            }

            JsonLines.Write(World.Output, Results.Of("db status", verdict));
        }
        else
        {
            DatabaseSummary.Write(Page(), report);
        }

        return (int)verdict;
    }
}
