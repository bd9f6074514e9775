using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>The stack's containers ended together when the engine itself ended, and nothing started them again.</summary>
public sealed class RunEngineRestarted : Fault
{
    private const string Bridge = "bridge";

    // An engine that goes down ends all containers within this time and their grace, and comes up again later.
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(2);

    public override string Id => "run-engine-restarted";

    public override string Title => "The engine was restarted, and the stack's containers stayed down";

    public override Needs Needs => Needs.Containers | Needs.Neighbours;

    public override IReadOnlyList<string> Causes => ["run-killed", "killed-by-user", "stop-timeout-sigkill", "run-app-crash"];

    public override string Page => """
        All containers of the stack are down. They ended at the same moment, and the engine was started after it: it was they that ended
        with the engine, and not the engine's work that broke.

        ## What we look at
        When each container ended and with which exit code (0, 137, 143 or 255), and when the engine started, which the age of its network
        `bridge` tells.

        ## Why it happens
        The machine was restarted, or a package of the engine was renewed. Containers without a restart policy stay down.

        ## What mends it
        They are started. `restart: unless-stopped` in the Compose file lets the engine do that by itself.

        ## When it is not this
        One container that is down among others that run has a cause of its own.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers) || !evidence.Neighbours.Has(out var neighbours))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown ?? evidence.Neighbours.Unknown);
        }

        var started = neighbours.Networks.FirstOrDefault(network => network.Name == Bridge)?.CreatedAt;
        var ends = containers.Containers.Select(container => container.FinishedAt).Order().ToList();
        return started is not null && ends is [{ } first, .., { } last] && last - first <= Together && last <= started + Together
            && containers.Containers.All(container => container is { State: ContainerState.Exited, ExitCode: 0 or 137 or 143 or 255, Error: "", StartedAt: { } began } && began < started)
            ? Diagnosis.Present(new Finding(Id, Finding.WholeStack, $"all {ends.Count} containers of the stack ended together, and the engine was started {Forced.Seconds(started.Value - first)} later"))
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = ["hale docker", "to last, in the Compose file: restart: unless-stopped"],
    };
}
