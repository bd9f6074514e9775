using Hale.Cli.Runs;
using Hale.Compose;
using Hale.Compose.Models;
using Hale.Compose.Overlays;
using Hale.Docker;
using Hale.Healing;
using Hale.Images.Probes;
using Hale.Images.StandIns;
using Hale.Images.Trust;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Commands;
using Hale.Machine.Journals;
using Hale.Machine.Processes;

namespace Hale.Cli;

/// <summary>Puts the program together, by hand and in one place. Nothing is made before it is used.</summary>
internal static class Wiring
{
    public static IRuns Runs(Session session)
    {
        var clock = TimeProvider.System;
        var runner = new CommandRunner(clock);
        var overlay = new OverlayStore(session.Project);
        var composer = new Composer(session.Project, runner, overlay, session.Stage);
        var engine = new EngineClient(new Uri(Environment.GetEnvironmentVariable("DOCKER_HOST") ?? "unix:///var/run/docker.sock"));
        var images = new ImageStore(engine);
        return new HaleRuns(new Rooms
        {
            Session = session,
            Clock = clock,
            Composer = composer,
            Engine = new ContainerEngine(engine),
            Images = images,
            Sight = new ProcessSight(),
            Created = composer.Created,
            Overlay = overlay,
            Healer = faults => HealerOf(faults, session, runner, composer, images, overlay, clock),
            LockAsync = (command, whenBusy, stop) => Locks.TakeAsync(session, command, whenBusy, clock, stop),
            EngineAsync = _ => Task.FromResult(new EngineReport { Endpoint = "" }),
            StopEngineAsync = _ => Task.FromResult(new Receipt(false, "no engine here was started by hale")),
            LacksEnvFile = () => false,
        });
    }

    private static Healer HealerOf(
        IReadOnlyList<Fault> faults,
        Session session,
        CommandRunner runner,
        IComposer composer,
        IImageStore images,
        IOverlayStore overlay,
        TimeProvider clock)
    {
        var authorities = new HostAuthorities(HostAuthorities.KnownFolders, Environment.GetEnvironmentVariable);
        IReadOnlyList<IProbe> probes =
        [
            new ModelProbe(composer),
            new ImageProbe(images, composer, runner, authorities, new HttpMessageInvoker(new SocketsHttpHandler()), Environment.GetEnvironmentVariable),
        ];
        IReadOnlyList<IHand> hands = [new StandInHand(runner, images, composer)];
        return new Healer(faults, new Observer(probes, clock), hands, session.Consent, new JournalFile(session.Project, clock), overlay, session.Stage);
    }
}
