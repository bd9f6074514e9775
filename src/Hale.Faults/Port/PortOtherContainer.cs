using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>A container that is not of this stack publishes a port that the stack wants.</summary>
public sealed class PortOtherContainer : Fault
{
    public override string Id => "port-other-container";

    public override string Title => "Another container already publishes a port that the stack wants";

    public override Needs Needs => Needs.Model | Needs.Ports | Needs.Neighbours;

    public override string Page => """
        The stack publishes a port that a container of another project, or of none, already publishes.

        ## What we look at
        The ports that the resolved Compose model publishes, against those that the engine publishes for other running containers.

        ## Why it happens
        Another project, or another checkout of this one, is up and uses the same ports.

        ## What mends it
        The service is published at the next free port, by a line in the overlay; the printed address names it. Or you stop the other
        project and run `hale overlay --clear`. Hale never touches a container of another project.

        ## When it is not this
        A program of the machine itself that listens there is `port-host-process`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        if (!evidence.Neighbours.Has(out var neighbours))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown);
        }

        var ports = evidence.Ports.Known ?? new PortFacts([]);
        return Diagnosis.Present(
        [
            .. from wanted in PublishedPorts.AllWantedBy(stack)
               let holder = neighbours.Containers.FirstOrDefault(other => other.Running
                   && other.Ports.Any(port => port.Published == wanted.Port.Published && port.Protocol == wanted.Port.Protocol && PublishedPorts.Clashes(port.HostIp, wanted.Port.HostIp)))
               where holder is not null
               select new Finding(Id, PublishedPorts.SubjectOf(wanted.Service, wanted.Port), $"{PublishedPorts.Named(wanted.Port)}, which '{wanted.Service.Name}' publishes, is held by {Describe(holder)}")
               {
                   Service = wanted.Service.Name,
                   Facts = PublishedPorts.FactsFor(wanted.Port, ports),
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => PublishedPorts.Elsewhere(finding, $"docker ps --filter publish={PublishedPorts.HeldOf(finding).Port}");

    private static string Describe(Neighbour holder) =>
        holder.Project is { } project ? $"the container {holder.Name} of the project '{project}'" : $"the container {holder.Name}, which is of no Compose project";
}
