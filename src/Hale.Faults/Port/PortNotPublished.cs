using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Port;

/// <summary>A service runs, and the engine publishes none of the ports that the Compose file says.</summary>
public sealed class PortNotPublished : Fault
{
    private const string Networks = "networks";

    public override string Id => "port-not-published";

    public override string Title => "A running service's ports are not published";

    public override Needs Needs => Needs.Model | Needs.Containers | Needs.Neighbours;

    public override string Page => """
        The Compose file publishes ports of a service, the service runs, and the engine publishes none of them: a browser is refused at
        once.

        ## What we look at
        The ports of the resolved Compose model, those that the engine publishes for the running container, and whether all its networks
        are internal.

        ## Why it happens
        A network with `internal: true` leads nowhere else, so the engine publishes nothing for a container that is on such networks only,
        and says no word of it. Or the container was made without its ports, and by other settings than those of now.

        ## What mends it
        On internal networks alone: one network more that is not internal, which only a person may decide. Otherwise the container is made
        anew.

        ## When it is not this
        A connection that is accepted and broken off reaches the container: `app-loopback-bind`, `app-wrong-target-port` or
        `app-not-listening-yet`. A service with `expose:` alone is meant for the other services.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Containers.Has(out var containers) || !evidence.Neighbours.Has(out var neighbours))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown ?? evidence.Neighbours.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from service in stack.Services
               where service.Ports.Count > 0
               let container = containers.Of(service.Name).FirstOrDefault(one => one is { State: ContainerState.Running, Ports.Count: 0, Networks.Count: > 0 } && HasOneOfItsOwn(one.NetworkMode))
               where container is not null
               select FindingOf(service, container, neighbours),
        ]);
    }

    public override Remedy Mend(Finding finding) => finding.Facts[Networks] is { Length: > 0 } networks
        ? Remedy.ByHand($"put '{finding.Subject}' on one network more that is not internal, or leave internal: true of {networks} out", $"docker port {finding.Facts["container"]}")
        : new()
        {
            Acts = [new RemakeService(finding.Subject, RenewsAnonymousVolumes: false, finding.Says)],
            Advice = [$"docker compose up -d --force-recreate {finding.Subject}"],
        };

    private Finding FindingOf(Service service, SeenContainer container, NeighbourFacts neighbours)
    {
        var internals = container.Networks.All(on => neighbours.Networks.Any(network => network.Name == on.Name && network.Internal)) ? string.Join(", ", container.Networks.Select(on => on.Name)) : "";
        var ports = string.Join(", ", service.Ports.Select(port => PublishedPorts.Text(port.Published ?? port.Target)));
        return new Finding(Id, service.Name, $"'{service.Name}' runs, and the engine does not publish its {(service.Ports.Count == 1 ? "port" : "ports")} {ports}{(internals.Length > 0 ? $", since it is on internal networks only: {internals}" : "")}")
        {
            Facts = new Dictionary<string, string> { [Networks] = internals, ["container"] = container.Name },
        };
    }

    private static bool HasOneOfItsOwn(string mode) => mode is not ("" or "none" or "host") && !mode.StartsWith("container:", StringComparison.Ordinal);
}
