using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Health;

/// <summary>A service waits for the health of another one whose work is over.</summary>
public sealed class DependencyExited : Fault
{
    private const string On = "on";

    private const string IsJob = "is-job";

    public override string Id => "dependency-exited";

    public override string Title => "A service waits for another to be healthy that has ended";

    public override Needs Needs => Needs.Containers | Needs.Model;

    public override string Page => """
        A service waits until another one is healthy. That one ended with exit code 0: its work is done, and it will never be healthy.

        ## What we look at
        The conditions of `depends_on` in the Compose model, and the containers that ended with 0.

        ## Why it happens
        A job that runs once, such as a migration, is waited for with `service_healthy` in place of `service_completed_successfully`. Or
        a server put itself into the background, so that its container ended.

        ## What mends it
        Where it is a job, a line in the overlay lets the service wait for its end. It is taken for a job when it publishes no port.

        ## When it is not this
        A dependency that ended with another exit code failed, and has its own cause.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers) || !evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown ?? evidence.Model.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from service in model.Stack?.Services ?? []
               from wanted in service.DependsOn
               where wanted is { Condition: DependencyCondition.Healthy, Required: true }
               let ended = containers.Of(wanted.Service).FirstOrDefault(one => one is { State: ContainerState.Exited, ExitCode: 0, Error: "" })
               where ended is not null && containers.Of(service.Name).All(one => one.State is ContainerState.Created)
               select new Finding(Id, service.Name, $"'{service.Name}' waits until '{wanted.Service}' is healthy, and '{wanted.Service}' has ended with exit code 0")
               {
                   Facts = new Dictionary<string, string> { [On] = wanted.Service, [IsJob] = model.Stack!.Find(wanted.Service)!.Ports.Count == 0 ? "yes" : "" },
               },
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var on = finding.Facts[On];
        return new()
        {
            Acts = finding.Facts[IsJob].Length == 0
                ? []
                : [new ChangeOverlay(finding.Subject, ["depends_on", on, "condition"], ["service_completed_successfully"], $"let '{finding.Subject}' wait until '{on}' has done its work", finding.Says)],
            Advice = [$"under '{finding.Subject}' in the Compose file: depends_on: {{{on}: {{condition: service_completed_successfully}}}}", $"or let '{on}' run in the foreground"],
        };
    }
}
