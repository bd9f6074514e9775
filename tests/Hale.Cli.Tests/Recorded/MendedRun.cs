using Hale.Cli.Runs;
using Hale.Healing;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Tests.Recorded;

/// <summary>A first run on a machine whose engine was down and whose network has no Docker Hub: mended, and healthy.</summary>
internal static class MendedRun
{
    private static readonly Finding Down =
        new("docker-daemon-down", "machine", "no Docker daemon answers at unix:///var/run/docker.sock: no such file or directory");

    private static readonly StartDaemon Start = new(DaemonStarter.Hale, Down.Says);

    private static readonly Finding NoHub = new("registry-dns", "postgres:17", "the name 'registry-1.docker.io' does not resolve");

    private static readonly MakeStandIn StandIn = new("postgres:17", "postgres", NoHub.Says);

    public static Recording Whole { get; } = new(
    [
        new PhaseBegan(At(0), RunPhase.Look),
        new FaultFound(At(0.04), Down),
        new PhaseEnded(At(0.05), RunPhase.Look),
        new PhaseBegan(At(0.05), RunPhase.Mend),
        new CommandSaid(At(0.06), "dockerd --data-root /var/lib/docker"),
        new ActEnded(At(1.2), Down, Start, true, "process 812, its log is /var/log/hale-dockerd.log", "hale engine stop"),
        new FaultFound(At(1.3), NoHub),
        new ActEnded(At(9.8), NoHub, StandIn, true, "hale.local/stand-in/postgres:17 from Debian's postgresql 17.2", "hale overlay --clear"),
        new PhaseEnded(At(9.8), RunPhase.Mend),
        new ServiceMoved(At(9.9), "db", ServicePhase.Waiting, "", []),
        new ServiceMoved(At(9.9), "migrate", ServicePhase.Waiting, "", ["db"]),
        new ServiceMoved(At(9.9), "api", ServicePhase.Building, "", []),
        new ServiceMoved(At(9.9), "web", ServicePhase.Waiting, "", ["api"]),
        new PhaseBegan(At(9.9), RunPhase.Build),
        new BuildStepEnded(At(10.0), "api", "[api base 1/4] FROM python:3.12", true, TimeSpan.Zero),
        new BuildStepEnded(At(12.5), "api", "[api build 3/4] RUN pip install .", false, At(2.4)),
        new PhaseEnded(At(12.6), RunPhase.Build),
        new PhaseBegan(At(12.6), RunPhase.Create),
        new PhaseEnded(At(12.9), RunPhase.Create),
        new PhaseBegan(At(12.9), RunPhase.Start),
        new ServiceMoved(At(12.9), "db", ServicePhase.Starting, "", []),
        new ServiceMoved(At(13.0), "db", ServicePhase.Probing, "its health check", []),
        new ServiceMoved(At(14.1), "db", ServicePhase.Ready, "its health check passed", []),
        new ServiceMoved(At(14.1), "migrate", ServicePhase.Starting, "", []),
        new ServiceMoved(At(14.6), "migrate", ServicePhase.Completed, "it ended with exit code 0", []),
        new ServiceMoved(At(14.6), "api", ServicePhase.Starting, "", []),
        new ServiceMoved(At(15.0), "api", ServicePhase.Ready, "port 8000 listens", []),
        new ServiceMoved(At(15.0), "web", ServicePhase.Starting, "", []),
        new ServiceMoved(At(15.2), "web", ServicePhase.Ready, "its health check passed", []),
        new PhaseEnded(At(15.2), RunPhase.Start),
        new Noted(At(15.2), "'api' has no health check, so a listening port counts"),
    ],
    new RunReport
    {
        Verdict = Verdict.Good,
        Project = "notes",
        Outcome = new Outcome(
        [
            Ready("db", 12.9, 14.1, "its health check passed", [], new BoundPort(5432, 5432, "127.0.0.1", "tcp")),
            Ready("migrate", 14.1, 14.6, "it ended with exit code 0", ["db"]) with { Phase = ServicePhase.Completed },
            Ready("api", 14.6, 15.0, "port 8000 listens", ["db", "migrate"]),
            Ready("web", 15.0, 15.2, "its health check passed", ["api"], new BoundPort(80, 8080, "0.0.0.0", "tcp"), new BoundPort(80, 8080, "::", "tcp")),
        ], null),
        Healing = new HealingReport(
            [
                new MendedFinding(Down, [new DoneAct(Start, new Receipt(true, "process 812, its log is /var/log/hale-dockerd.log") { Undo = "hale engine stop" })]),
                new MendedFinding(NoHub, [new DoneAct(StandIn, new Receipt(true, "hale.local/stand-in/postgres:17 from Debian's postgresql 17.2") { Undo = "hale overlay --clear" })]),
            ],
            [],
            [new BlindSpot("the engine's host could not be seen", ["disk-full"])]),
        Overlay = Overlay.Empty.With(
        [
            new OverlayLine { Service = "db", Path = ["image"], Values = ["hale.local/stand-in/postgres:17"], Because = NoHub.Says, Fault = NoHub.Fault },
            new OverlayLine
            {
                Service = "api", Path = ["build", "additional_contexts", "python:3.12"], Values = ["docker-image://hale.local/ca/python:3.12"],
                Because = "this machine's proxy signs for the package index", Fault = "tls-inspection",
            },
        ]),
        Took = At(15.3),
    });

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static ServiceOutcome Ready(string service, double started, double ready, string says, string[] waited, params BoundPort[] ports) => new()
    {
        Service = service, Phase = ServicePhase.Ready, Says = says, StartedNow = true,
        Started = At(started), Ready = At(ready), WaitedFor = waited, Ports = ports,
    };
}
