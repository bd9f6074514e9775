using System.CommandLine;
using Hale.Cli.Output.Json;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;

namespace Hale.Cli.Commands;

/// <summary><c>hale certs</c>: the local authority and the project's certificate.</summary>
internal sealed class CertsCommand : HaleCommand
{
    private readonly TalkOptions _talk = new();

    public CertsCommand(World world, GlobalOptions global)
        : base("certs", "Show Hale's local certificate authority and the project's certificate", world, global)
    {
        Options.Add(_talk.Json);
        Subcommands.Add(new CertsTrustCommand(world, global));
        Subcommands.Add(new CertsUntrustCommand(world, global));
        Subcommands.Add(new CertsExportCommand(world, global));
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale certs", "where the authority and the certificate are, for which hosts, and until when"),
        ("hale certs --json", "the same as a record"),
    ];

    public override IReadOnlyList<Verdict> Ends => [Verdict.Good, Verdict.SomethingLeft, Verdict.WrongUsage, Verdict.CannotTell];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var report = await Runs(parsed).CertsAsync(stop).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonLines.Write(World.Output, CertificateRecords.Of(report));
        }
        else
        {
            CertificateSummary.Write(Page(), report);
        }

        if (report.Unknown is { } unknown)
        {
            throw new ProblemException(unknown);
        }

        return (int)(report.Due.Count > 0 ? Verdict.SomethingLeft : Verdict.Good);
    }
}
