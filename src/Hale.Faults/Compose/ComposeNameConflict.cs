using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>A container that is not of this stack has the fixed name that a service asks for.</summary>
public sealed class ComposeNameConflict : Fault
{
    public override string Id => "compose-name-conflict";

    public override string Title => "Another container already has the name that a service asks for";

    public override Needs Needs => Needs.Model | Needs.Neighbours;

    public override string Page => """
        A service has a fixed `container_name`, and a container of another project, or of none, has that name already. Names of containers
        are unique in the whole engine, whether they run or not.

        ## What we look at
        The fixed names of the resolved Compose model, against the names of all containers that are not of this stack.

        ## Why it happens
        Another checkout of the same project is or was up, or a container was once started with `docker run --name`.

        ## What mends it
        The service gets a name of its own project by a line in the overlay. Other services reach it by the service's name as before. Or you
        remove the other container and run `hale overlay --clear`. Hale never touches a container of another project.

        ## When it is not this
        A port that another container publishes is `port-other-container`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Neighbours.Has(out var neighbours))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from service in stack.Services
               let holder = neighbours.Containers.FirstOrDefault(other => other.Name == service.ContainerName)
               where holder is not null
               select FindingOf(stack, service, holder),
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var name = finding.Facts["instead"];
        return new Remedy
        {
            Acts = [new ChangeOverlay(finding.Subject, ["container_name"], [name], $"name the container of '{finding.Subject}' {name}", finding.Says)],
            Advice = [$"docker ps --all --filter name='^/{finding.Facts["name"]}$'", $"leave container_name out of '{finding.Subject}' in the Compose file"],
        };
    }

    private Finding FindingOf(Stack stack, Service service, Neighbour holder)
    {
        var owner = holder.Project is { } project ? $"the project '{project}'" : "no Compose project";
        return new Finding(Id, service.Name, $"'{service.Name}' asks for the container name {holder.Name}, which a container of {owner} has; that one {(holder.Running ? "runs" : "is stopped")}")
        {
            Facts = new Dictionary<string, string> { ["name"] = holder.Name, ["instead"] = $"{stack.Name}-{service.Name}-1" },
        };
    }
}
