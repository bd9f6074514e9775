using System.Globalization;
using Hale.Cli.Runs;
using Hale.Compose;
using Hale.Compose.Builds;
using Hale.Compose.Models;
using Hale.Compose.Overlays;
using Hale.Docker;
using Hale.Docker.Databases;
using Hale.Healing;
using Hale.Images.Frontends;
using Hale.Images.Mirrors;
using Hale.Images.Probes;
using Hale.Images.StandIns;
using Hale.Images.Trust;
using Hale.Kernel.Commands;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Certificates;
using Hale.Machine.Changes;
using Hale.Machine.Checkouts;
using Hale.Machine.Commands;
using Hale.Machine.Daemons;
using Hale.Machine.Databases;
using Hale.Machine.Environments;
using Hale.Machine.Hands;
using Hale.Machine.Journals;
using Hale.Machine.Keepers;
using Hale.Machine.Packages;
using Hale.Machine.Probes;
using Hale.Machine.Processes;
using Hale.Machine.Projects;
using Hale.Machine.Python;

namespace Hale.Cli;

/// <summary>Puts the program together, by hand and in one place. Nothing is made before it is used.</summary>
internal static class Wiring
{
    /// <exception cref="ProblemException">A link in the project's state folder leads elsewhere.</exception>
    public static IRuns Runs(Session session)
    {
        if (StateLinks.First(session.Project) is { } link)
        {
            throw new ProblemException(new Problem($"'{link.Path}' is a link, to {link.Target}; hale keeps plain files there and neither reads nor writes through a link")
            {
                Advice = [$"look where it leads, and take it away: {new Command("rm", [Path.Combine(session.Project.Directory, link.Path)])}"],
            });
        }

        var clock = TimeProvider.System;
        var checkouts = new CheckoutList(UserFolders.State(Environment.GetEnvironmentVariable), clock);
        var checkout = new CheckoutFile(session.Project, new StateFolder(session.Project), checkouts);
        if (checkout.Bytes > CheckoutFile.MostBytes)
        {
            throw new ProblemException(new Problem(string.Create(CultureInfo.InvariantCulture, $".hale/checkout.json has {checkout.Bytes} bytes; Hale writes a few hundred and reads at most {CheckoutFile.MostBytes}"))
            {
                Advice = [$"{new Command("rm", [checkout.Path])}    # hale's list of checkouts knows the name that this one goes by"],
            });
        }

        var isGiven = session.Project.Name is not null || Environment.GetEnvironmentVariable("COMPOSE_PROJECT_NAME") is { Length: > 0 };
        var named = !isGiven && checkout.Given() is { } own ? Named(session, own) : session;
        return new HaleRuns(RoomsOf(named, !isGiven, checkout, checkouts, new CheckoutClaims(checkouts, clock), clock));
    }

    private static Session Named(Session session, string name) => session with { Project = session.Project with { Name = name, HasOwnName = true } };

    private static Rooms RoomsOf(Session session, bool mayRename, CheckoutFile checkout, CheckoutList checkouts, CheckoutClaims claims, TimeProvider clock)
    {
        var given = session;
        var runner = new CommandRunner(clock);
        var folder = new StateFolder(session.Project);
        var overlay = new OverlayStore(session.Project, folder);
        var discretion = new Discretion(() => EnvSecrets.Of(session.Project, Environment.GetEnvironmentVariable));
        Func<string, string> redact = discretion.Redact;
        session = session with { Stage = new DiscreetStage(session.Stage, redact), Consent = new DiscreetConsent(session.Consent, redact) };
        var journal = new DiscreetJournal(new JournalFile(session.Project, clock), redact);
        var composer = new Composer(session.Project, folder, runner, overlay, session.Stage, discretion);
        var endpoint = DockerEndpoint.Find(Environment.GetEnvironmentVariable);
        var engine = new EngineClient(endpoint.Uri);
        var images = new ImageStore(engine);
        Func<string, string, bool> isElsewhere = (made, files) => checkout.OwnerOf(made, files) is not null;
        var containers = new ContainerEngine(engine, isElsewhere, discretion);
        var rebuilds = new RebuildHand();
        var authority = new AuthorityStore(AuthorityStore.FolderOf(Environment.GetEnvironmentVariable), clock);
        var system = new SystemStore(SystemStore.KnownBundles);
        var certificates = new CertificateSight(session.Project, authority, system, clock);
        var authorityHand = new AuthorityHand(runner, authority, system);
        IReadOnlyList<IHand> certifying = [new CertificateHand(session.Project, authority, clock), authorityHand];
        return new Rooms
        {
            Session = session,
            Clock = clock,
            Composer = composer,
            Engine = containers,
            Images = images,
            Sight = new ProcessSight(),
            MadeFromAsync = new LabelledStack(engine).MadeFromAsync,
            Created = composer.Created,
            Overlay = overlay,
            Rebuilds = rebuilds,
            Healer = faults => HealerOf(faults, session, journal, folder, runner, composer, engine, containers, images, overlay, rebuilds, certificates, certifying, checkout, claims, isElsewhere, discretion, clock),
            Keeper = new KeeperSeat(session.Project, clock),
            LockAsync = (command, whenBusy, stop) => Locks.TakeAsync(session, command, whenBusy, clock, stop),
            EngineAsync = stop => new EngineRun(endpoint.Address, engine, new OwnDaemon(Environment.GetEnvironmentVariable), clock).ReportAsync(stop),
            StopEngineAsync = stop => new EngineRun(endpoint.Address, engine, new OwnDaemon(Environment.GetEnvironmentVariable), clock).StopAsync(stop),
            Undoing = () => new Undoing(session.Project, new JournalFile(session.Project, clock), overlay, new VolumeHand(engine, composer, folder, clock)),
            Environment = () => new ProjectEnvironment(session.Project, journal, Environment.GetEnvironmentVariable, redact),
            Healthy = new HealthyFile(session.Project, folder, clock),
            RememberAttempt = new AttemptFile(folder).Remember,
            Doubted = new AttemptFile(folder).Doubted,
            Redact = redact,
            Authority = authority,
            Certificates = certificates,
            AuthorityHand = authorityHand,
            Keys = new KeyRights(session.Project, authority),
            Databases = new DatabaseRooms(new DatabaseServers(engine, containers), new SnapshotShelf(folder, clock), new InitScripts(folder), new SeedFiles(session.Project)),
            Journal = journal,
            LacksEnvFile = () => EnvFiles.Missing(session.Project).Count > 0,
            Checkout = checkout,
            Checkouts = checkouts,
            Claims = claims,
            MayRename = mayRename,
            Renamed = (name, other) => RoomsOf(Named(given, name), mayRename, checkout.As(name, other), checkouts, claims, clock),
            ProjectsAsync = new ComposeProjects(engine).ListAsync,
        };
    }

    private static Healer HealerOf(
        IReadOnlyList<Fault> faults,
        Session session,
        IJournal journal,
        StateFolder folder,
        CommandRunner runner,
        Composer composer,
        EngineClient engine,
        IContainerEngine containers,
        IImageStore images,
        IOverlayStore overlay,
        RebuildHand rebuilds,
        CertificateSight certificates,
        IReadOnlyList<IHand> certifying,
        CheckoutFile checkout,
        CheckoutClaims claims,
        Func<string, string, bool> isElsewhere,
        Discretion discretion,
        TimeProvider clock)
    {
        Func<string, string?> variable = Environment.GetEnvironmentVariable;
        var authorities = new HostAuthorities(HostAuthorities.KnownFolders, variable);
        var web = new HttpMessageInvoker(new SocketsHttpHandler());
        IReadOnlyList<IProbe> probes =
        [
            new ToolsProbe(runner, new VersionCache(folder)),
            new EngineProbe(variable, clock),
            new MachineProbe(runner, new OfferSearch(runner)),
            new ProjectProbe(session.Project),
            new EnvFilesProbe(session.Project, runner, variable),
            new PoetryProbe(session.Project, runner),
            new ModelProbe(composer),
            new ImageProbe(images, composer, runner, authorities, web, variable),
            new TrustProbe(session.Project, authorities),
            new ContainersProbe(engine, composer, composer, isElsewhere, new ProcessSight(), discretion, clock),
            new NeighbourProbe(engine, isElsewhere),
            new PortProbe(session.Project, claims),
            new CheckoutProbe(checkout),
            new MountProbe(session.Project),
            new ProgramProbe(engine, new ProjectSight(session.Project)),
            new PlaceProbe(engine, new ProjectSight(session.Project)),
            new AttemptProbe(new AttemptFile(folder)),
            new SourceProbe(session.Project),
            new NodeProbe(session.Project),
            new CertificateProbe(certificates),
            new ChangesProbe(session.Project, new HealthyFile(session.Project, folder, clock), composer, images),
        ];
        IReadOnlyList<IHand> hands =
        [
            .. session.KeepsPorts ? (IHand[])[new FixedPorts()] : [],
            new PackageHand(runner),
            new DaemonHand(runner, new OwnDaemon(variable), clock),
            new FileHand(session.Project),
            new EditHand(session.Project),
            new EnvHand(session.Project),
            new ToolHand(session.Project, runner),
            new MirrorHand(runner, images, composer),
            new StandInHand(runner, images, composer),
            new FrontendHand(session.Project, composer),
            new BuildImageHand(session.Project, runner, composer),
            new TrustHand(runner, images, composer, authorities),
            new ContainerTrustHand(session.Project, authorities),
            new OverlayHand(),
            new PortHand(composer, composer, discretion.Redact),
            new ServiceHand(engine, containers, composer),
            new NeighbourHand(engine, composer),
            new VolumeHand(engine, composer, folder, clock),
            rebuilds,
            .. certifying,
        ];
        return new Healer(faults, new Observer(probes, clock), hands, session.Consent, journal, overlay, session.Stage, clock, new DiscreetReport(discretion.Redact, discretion.RedactKnown));
    }
}
