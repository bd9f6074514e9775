using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Health;

/// <summary>The last start gave up on a service that others wait for, and by now it is ready.</summary>
public sealed class DependencyReadyLate : Fault
{
    public override string Id => "dependency-ready-late";

    public override string Title => "A service was left waiting for one that is ready by now";

    public override Needs Needs => Needs.Containers | Needs.Model | Needs.Attempt;

    public override bool IsGeneral => true;

    public override string Page => """
        A service was never started, since what it waits for was not ready when the last start gave up. By now all of that is ready.

        ## What we look at
        The services that the last start left waiting, whether their containers still were never started, and whether each service that
        they wait for is as `depends_on` wants it.

        ## Why it happens
        A machine under load, a limit given with `--timeout` that is too short, or a first start that does much work.

        ## What mends it
        The service is started.

        ## When it is not this
        While what it waits for is not ready, the cause lies there: `dependency-unhealthy`, `health-failing`, `run-app-crash`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers) || !evidence.Model.Has(out var model) || !evidence.Attempt.Has(out var attempt))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown ?? evidence.Model.Unknown ?? evidence.Attempt.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from service in model.Stack?.Services ?? []
               where attempt.Services.Any(one => one.Waiting && one.Service == service.Name)
               let own = containers.Of(service.Name).ToList()
               where own.Count > 0 && own.TrueForAll(one => one is { State: ContainerState.Created, Error.Length: 0 })
               let wanted = service.DependsOn.Where(dependency => dependency.Required).ToList()
               where wanted.Count > 0 && wanted.TrueForAll(dependency => IsReady(dependency, [.. containers.Of(dependency.Service)]))
               select new Finding(Id, service.Name, $"'{service.Name}' was never started: the last start gave up on {Named(wanted)}, which is ready by now"),
        ]);
    }

    public override Remedy Mend(Finding finding) => new() { Acts = [new TryAgain(finding.Subject, finding.Says)], Advice = ["hale docker"] };

    private static bool IsReady(Dependency dependency, IReadOnlyList<SeenContainer> there) => there.Count > 0 && there.All(one => dependency.Condition switch
    {
        DependencyCondition.Started => one.State is ContainerState.Running,
        DependencyCondition.Healthy => one is { State: ContainerState.Running, Health: HealthVerdict.Healthy },
        _ => one is { State: ContainerState.Exited, ExitCode: 0 },
    });

    private static string Named(IReadOnlyList<Dependency> wanted) => string.Join(" and ", wanted.Select(dependency => $"'{dependency.Service}'"));
}
