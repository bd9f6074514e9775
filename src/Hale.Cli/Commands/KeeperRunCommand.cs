using System.CommandLine;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Machine.Keepers;

namespace Hale.Cli.Commands;

/// <summary><c>hale keeper run</c>: is the keeper. <c>hale docker --keep</c> starts it; a service manager may, too.</summary>
internal sealed class KeeperRunCommand : HaleCommand
{
    private readonly Argument<string[]> _services = ServiceArgument.Of("The services to keep, with what they depend on; all when none is named");
    private readonly Option<bool> _asIs = new("--no-mend") { Description = "Bring back as things are: when that fails, mend nothing" };
    private readonly Option<TimeSpan?> _timeout = Durations.Option("--timeout", "How long a service may take to become ready, such as 90s or 2m");

    public KeeperRunCommand(World world, GlobalOptions global)
        : base("run", "Be the keeper, as this very process; what it sees and does goes to .hale/keeper.log", world, global)
    {
        Arguments.Add(_services);
        Options.Add(_asIs);
        Options.Add(_timeout);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples => [("hale keeper run", "for a service manager that starts and ends it; `hale docker --keep` does so by itself")];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var project = Project(parsed);
        var options = new UpOptions { Services = parsed.GetValue(_services) ?? [], MendNothing = parsed.GetValue(_asIs), Timeout = parsed.GetValue(_timeout) };
        var log = new BoundedLog(Path.Combine(project.State, "keeper.log"));
        await using (log.ConfigureAwait(false))
        {
            // Nobody can be asked, so nothing is done that needs consent.
            var show = Show.Open(World with { Output = log, ReadLine = null }, new Talk { Dated = true }, Path.GetFileName(project.Directory));
            await using (show.ConfigureAwait(false))
            {
                await World.Runs(new Session(project, show.Stage, show.Consent)).BeKeeperAsync(options, stop).ConfigureAwait(false);
            }
        }

        return (int)Verdict.Good;
    }
}
