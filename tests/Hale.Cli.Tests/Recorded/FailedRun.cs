using Hale.Cli.Runs;
using Hale.Healing;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;

namespace Hale.Cli.Tests.Recorded;

/// <summary>A run in which a service dies with hostile output, a fault is left for want of consent, and others wait.</summary>
internal static class FailedRun
{
    private static readonly Finding Compose = new("compose-too-old", "machine", "Compose 2.10 is installed and 2.24 is needed");

    private static readonly InstallPackages Install = new(["docker-compose"], new PackageSource(PackageSourceKind.NewerSuite, "trixie"), Compose.Says);

    private static readonly Finding Warned = new("memory-low", "machine", "700 MB of memory are left") { OnlyWarns = true };

    public static Recording Whole { get; } = new(
    [
        new FaultFound(At(0.1), Compose),
        new ActEnded(At(0.2), Compose, Install, false, "not done without consent: run the same command with --yes to allow it", null),
        new PhaseBegan(At(0.3), RunPhase.Start),
        new ServiceMoved(At(0.3), "api", ServicePhase.Starting, "", []),
        new ServiceMoved(At(0.3), "web", ServicePhase.Waiting, "", ["api"]),
        new CommandSaid(At(0.4), "api said \u001b]0;owned\u0007\u001b[2J\u202eevil"),
        new ServiceMoved(At(0.7), "api", ServicePhase.Failed, "it ended with exit code 1 after 400 ms", []),
        new PhaseEnded(At(0.7), RunPhase.Start),
    ],
    new RunReport
    {
        Verdict = Verdict.SomethingLeft,
        Project = "notes",
        Outcome = new Outcome(
        [
            new ServiceOutcome
            {
                Service = "api", Phase = ServicePhase.Failed, Says = "it ended with exit code 1 after 400 ms", StartedNow = true, Started = At(0.3),
                Tail =
                [
                    .. Enumerable.Range(1, 12).Select(number => $"line {number}"),
                    "\u001b[31mTraceback\u001b[0m (most recent call last):\r",
                    $"KeyError: 'DATABASE_URL'\u0007 {new string('x', 300)}",
                ],
            },
            new ServiceOutcome { Service = "web", Phase = ServicePhase.Waiting, WaitedFor = ["api"] },
        ], null),
        Healing = new HealingReport(
            [],
            [
                new LeftFinding(
                    Compose,
                    ["sudo apt-get install --no-install-recommends docker-compose/trixie"],
                    [new DoneAct(Install, new Receipt(false, "not done without consent: run the same command with --yes to allow it"))]),
                new LeftFinding(Warned, ["free -m"], []),
            ],
            [])
        {
            Changes = new ChangeFacts(
                new DateTimeOffset(2026, 3, 1, 10, 12, 0, TimeSpan.Zero), ["compose.yaml changed (service api: image)", ".env changed (DB_HOST)", "package-lock.json changed"]),
        },
        Took = At(0.8),
    });

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
