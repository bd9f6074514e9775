using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Health;

/// <summary>A service was never started, since one that it waits for was not healthy in its time.</summary>
public sealed class DependencyUnhealthy : Fault
{
    private const string On = "on";

    public override string Id => "dependency-unhealthy";

    public override string Title => "A service was not started, since one that it waits for was not healthy";

    public override Needs Needs => Needs.Containers | Needs.Model;

    public override bool IsGeneral => true;

    public override string Page => """
        A service waits until another one is healthy. That one runs, and its health check failed for longer than it was waited for, so the
        service was never started.

        ## What we look at
        The conditions of `depends_on` in the Compose model, the containers that were made and never started, and the last probes of the
        service that is waited for.

        ## Why it happens
        This is what follows, and no cause: the other service is broken, or only slow. `docker compose up` gives up for good at its first
        verdict, even where the service becomes healthy a moment later.

        ## What mends it
        Where the other one still fails, its own cause is mended first. Where it is healthy by now, the service is started.

        ## When it is not this
        One that waits for the health of a service that has ended is `dependency-exited`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from service in model.Stack?.Services ?? []
               where containers.Of(service.Name).ToList() is { Count: > 0 } own && own.TrueForAll(one => one is { State: ContainerState.Created, Error: "", StartedAt: null })
               let wanted = service.DependsOn.FirstOrDefault(other => other is { Condition: DependencyCondition.Healthy, Required: true } && containers.Of(other.Service).Any(WasUnhealthy))
               where wanted is not null
               let now = containers.Of(wanted.Service).All(one => one.Health is HealthVerdict.Healthy) ? "healthy only after it had been given up" : "not healthy"
               select new Finding(Id, service.Name, $"'{service.Name}' was never started: it waits for '{wanted.Service}', which is {now}")
               {
                   Facts = new Dictionary<string, string> { [On] = wanted.Service },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = [$"hale logs {finding.Facts[On]}", $"docker compose up -d {finding.Subject}"],
    };

    private static bool WasUnhealthy(SeenContainer container) =>
        container.State is ContainerState.Running && (container.Health is HealthVerdict.Unhealthy || (container.Health is HealthVerdict.Healthy && container.Probes.Any(probe => probe.ExitCode != 0)));
}
