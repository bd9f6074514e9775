using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Health;

/// <summary>A service passes its health check now, and did not in the time that was given to it.</summary>
public sealed class HealthStartPeriodShort : Fault
{
    public override string Id => "health-start-period-short";

    public override string Title => "A service became healthy after it was given up";

    public override Needs Needs => Needs.Containers | Needs.Attempt;

    public override IReadOnlyList<string> Causes => ["dependency-unhealthy"];

    public override string Page => """
        A service failed its health check for as long as it was given, and passes it now. Nothing is wrong with it but the time.

        ## What we look at
        What the last start came up against, and what the engine says of the container now.

        ## Why it happens
        The first start does more than all others: it makes a database, runs migrations, or fills caches. The check's start period and
        retries do not allow for it.

        ## What mends it
        The stack is started once more, which now finds the service healthy. To last, `start_period` has to be longer in the Compose
        file.

        ## When it is not this
        A service that still fails its check has another cause.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        if (!evidence.Attempt.Has(out var attempt))
        {
            return Diagnosis.CannotTell(evidence.Attempt.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from failed in attempt.Services
               where failed.Says.StartsWith("its health check ", StringComparison.Ordinal) && containers.Of(failed.Service).All(IsWellNow)
               select new Finding(Id, failed.Service, $"'{failed.Service}' is healthy now, and was not in the time that its health check allows"),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = [$"raise healthcheck.start_period of '{finding.Subject}' in the Compose file"],
    };

    private static bool IsWellNow(SeenContainer container) => container is { State: ContainerState.Running, Health: HealthVerdict.Healthy, Probes: [.., { ExitCode: 0 }] };
}
