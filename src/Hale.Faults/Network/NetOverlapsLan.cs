using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A network of the stack has addresses to which this machine has a route of its own.</summary>
public sealed class NetOverlapsLan : Fault
{
    private const string Free = "10.201.0.0/24";

    public override string Id => "net-overlaps-lan";

    public override string Title => "A network of the stack covers addresses of the machine's own network or VPN";

    public override Needs Needs => Needs.Model | Needs.Neighbours | Needs.Machine;

    public override string Page => """
        The engine gave a network of the stack a range in which the machine's own network, or a VPN, has addresses too. While the stack is
        up, the machine sends what is meant for those to the stack.

        ## What we look at
        The routes of this machine, but for the default one and those of the engine's own bridges, against the ranges of the stack's
        networks.

        ## Why it happens
        The engine looks at the routes when it makes a network. A VPN that is connected later adds its own. Or the range is a fixed one.

        ## What mends it
        Another range: a fixed one for this network, or others for all networks of the engine, as `default-address-pools` in
        `/etc/docker/daemon.json`. Networks keep their range until they are removed. Hale only warns: the stack itself runs.

        ## When it is not this
        A range that another network of the engine has is `net-pool-overlap`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Neighbours.Has(out var neighbours) || !evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown ?? evidence.Machine.Unknown);
        }

        var routes = machine.Routes.Where(route => !IsBridge(route, neighbours)).ToList();
        return Diagnosis.Present(
        [
            .. from network in stack.Networks
               let there = neighbours.Networks.FirstOrDefault(one => one.Name == network.Name)
               where there is not null
               from subnet in there.Subnets
               let range = Cidr.Read(subnet)
               where range is not null
               let route = routes.FirstOrDefault(route => Cidr.Read(route.Range) is { } other && other != range && other.Overlaps(range.Value))
               where route is not null
               select new Finding(Id, network.Key, $"the network {there.Name} has {subnet}, and this machine reaches {route.Range} through {route.Device}")
               {
                   OnlyWarns = true,
                   Facts = new Dictionary<string, string> { ["name"] = there.Name },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"in the Compose file: networks: {{{finding.Subject}: {{ipam: {{config: [{{subnet: {Free}}}]}}}}}}",
        $"then, so that it is made anew: docker compose down && docker compose up -d",
        "for all networks, in /etc/docker/daemon.json: {\"default-address-pools\": [{\"base\": \"10.201.0.0/16\", \"size\": 24}]}");

    // The engine names a bridge after its network unless it is told otherwise; then the route is the very range of a network.
    private static bool IsBridge(HostRoute route, NeighbourFacts neighbours) =>
        route.Device == "docker0" || neighbours.Networks.Any(network => route.Device == $"br-{network.Id[..Math.Min(12, network.Id.Length)]}");
}
