using System.CommandLine;
using System.Globalization;
using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Cli.Shows;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Commands;

/// <summary><c>hale docker</c>: the stack, taken to healthy.</summary>
internal sealed class DockerCommand : HaleCommand
{
    private readonly Argument<string[]> _services = ServiceArgument.Of("The services to bring up, with what they depend on; all when none is named");
    private readonly Option<bool> _clean = new("--clean-cache") { Description = "Drop this project's build cache and images and build anew; no volume is touched" };
    private readonly Option<bool> _build = new("--build") { Description = "Build every service that has a build, even where nothing changed" };
    private readonly Option<bool> _dry = new("--dry-run") { Description = "Say what would be mended and done, and change nothing" };
    private readonly Option<bool> _asIs = new("--no-mend") { Description = "Bring up as things are: when it fails tell why, and mend nothing" };
    private readonly Option<bool> _watch = new("--watch") { Description = "Stay, and bring back what ends, hangs, becomes unhealthy or loses its network, until Ctrl-C" };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave a keeper with the stack that does the same without a terminal; `hale keeper stop` and `hale down` end it" };
    private readonly Option<string[]> _expendable = new("--allow-data-loss")
    {
        Description = "Consent to making this named volume anew where that mends what was found; what is in it is kept in .hale/volumes first. Can be given more than once",
        HelpName = "volume",
    };

    private readonly Option<bool> _keepPorts = new("--keep-ports") { Description = "Publish no port elsewhere: where one is held, say by whom, and fail" };

    private readonly Option<TimeSpan?> _timeout = Durations.Option("--timeout", "How long a service may take to become ready, such as 90s or 2m");
    private readonly Option<WhenBusy> _busy = BusyOption.Make();
    private readonly TalkOptions _talk = new();

    public DockerCommand(World world, GlobalOptions global)
        : base("docker", "Take the stack to healthy, mending what stands between", world, global)
    {
        Aliases.Add("up");
        Arguments.Add(_services);
        foreach (var option in (Option[])[_clean, _build, _dry, _asIs, _watch, _keep, _expendable, _keepPorts, _timeout, _busy])
        {
            Options.Add(option);
        }

        _talk.AddAllTo(this);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("hale docker", "bring up everything"),
        ("hale docker --yes", "the same, and consent to what has to be installed or started on this machine"),
        ("hale docker api --build", "build and bring up 'api' and what it depends on"),
        ("hale docker --dry-run", "only say what would be done"),
        ("hale docker --allow-data-loss db-data", "let the volume 'db-data' be made anew if that mends it; `hale undo` puts its content back"),
        ("hale docker --keep-ports", "bring up everything at the very ports that the files name, or say who holds them"),
        ("hale docker --watch", "stay with the stack and bring back what fails"),
        ("hale docker --keep", "leave a keeper behind that does so, and have the terminal back"),
    ];

    protected override bool WantsJson(ParseResult parsed) => parsed.GetValue(_talk.Json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var project = Project(parsed);
        var options = new UpOptions
        {
            Services = parsed.GetValue(_services) ?? [],
            CleanCache = parsed.GetValue(_clean),
            Build = parsed.GetValue(_build),
            DryRun = parsed.GetValue(_dry),
            MendNothing = parsed.GetValue(_asIs),
            Expendable = parsed.GetValue(_expendable) ?? [],
            Timeout = parsed.GetValue(_timeout),
            WhenBusy = parsed.GetValue(_busy),
        };
        if (parsed.GetValue(_watch) && parsed.GetValue(_keep))
        {
            throw new ProblemException(new Problem("--watch stays in this terminal and --keep leaves it: give one of them") { Advice = ["hale docker --keep"] });
        }

        var talk = _talk.Read(parsed) with { Expendable = options.Expendable };
        var show = Show.Open(World, talk, Path.GetFileName(project.Directory));
        await using (show.ConfigureAwait(false))
        {
            var runs = World.Runs(new Session(project, show.Stage, show.Consent) { KeepsPorts = parsed.GetValue(_keepPorts) });
            var report = await runs.UpAsync(options, stop).ConfigureAwait(false);
            if (report.Verdict is Verdict.Good && parsed.GetValue(_keep) && !options.DryRun)
            {
                show.Stage.Tell(new Noted(show.Stage.Now, Kept(await runs.KeepAsync(options, stop).ConfigureAwait(false))));
            }

            var code = await show.EndAsync(report, options.DryRun ? RunKind.DryRun : RunKind.Up, Name).ConfigureAwait(false);
            if (report.Verdict is Verdict.Good && parsed.GetValue(_watch) && !options.DryRun)
            {
                await WatchAsync(project, options with { Build = false, CleanCache = false, Expendable = [] }, talk with { Expendable = [] }, stop).ConfigureAwait(false);
            }

            return code;
        }
    }

    private static string Kept(KeeperReport keeper) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(keeper.IsNew ? "kept from now on" : "already kept")} by process {keeper.Pid}; its log is {keeper.Log}; `hale keeper stop` ends it");

    private async Task WatchAsync(Project project, UpOptions options, Talk talk, CancellationToken stop)
    {
        var show = Show.Open(World, talk with { Stays = true }, Path.GetFileName(project.Directory));
        await using (show.ConfigureAwait(false))
        {
            await World.Runs(new Session(project, show.Stage, show.Consent)).WatchAsync(options, stop).ConfigureAwait(false);
        }
    }
}
