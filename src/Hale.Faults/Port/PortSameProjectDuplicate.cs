using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>Two services of the stack publish the same port of this machine.</summary>
public sealed class PortSameProjectDuplicate : Fault
{
    public override string Id => "port-same-project-duplicate";

    public override string Title => "Two services of the stack publish the same port";

    public override Needs Needs => Needs.Model | Needs.Ports;

    public override string Page => """
        Two services of the stack publish the same port of this machine. Whichever starts first gets it; the engine refuses the other.

        ## What we look at
        The ports that the resolved Compose model publishes, by address and port.

        ## Why it happens
        A service was copied with its ports, or a second Compose file adds a port to a list that was meant to be replaced.

        ## What mends it
        The later service is published at the next free port, by a line in the overlay; the printed address names it. Or you change one of
        the two in the Compose file and run `hale overlay --clear`.

        ## When it is not this
        A port that a container of another project publishes is `port-other-container`, and the engine's words are the same; a program of
        the machine itself is `port-host-process`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        var ports = evidence.Ports.Known ?? new PortFacts([]);
        var wanted = PublishedPorts.WantedBy(stack).Where(one => one.Service.Replicas > 0).ToList();
        return Diagnosis.Present(
        [
            .. from later in Enumerable.Range(0, wanted.Count)
               let first = wanted.Take(later).FirstOrDefault(one => one.Service.Name != wanted[later].Service.Name
                   && one.Port.Published == wanted[later].Port.Published && PublishedPorts.Clashes(one.Port.HostIp ?? "", wanted[later].Port.HostIp))
               where first.Service is not null
               let port = PublishedPorts.Text(wanted[later].Port.Published!.Value)
               select new Finding(Id, $"{wanted[later].Service.Name}:{port}", $"'{first.Service.Name}' and '{wanted[later].Service.Name}' both publish port {port}")
               {
                   Service = wanted[later].Service.Name,
                   Facts = PublishedPorts.FactsFor(wanted[later].Port, ports),
               },
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var port = finding.Subject.Split(':')[^1];
        return PublishedPorts.Elsewhere(finding, $"give '{finding.Service}' another port than {port} in the Compose file", "docker compose config | grep -n 'published:'");
    }
}
