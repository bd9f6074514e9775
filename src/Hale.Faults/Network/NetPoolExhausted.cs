using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>The engine has no address range left for a new network.</summary>
public sealed partial class NetPoolExhausted : StartFault
{
    public override string Id => "net-pool-exhausted";

    public override string Title => "The engine has no address range left for a new network";

    public override Needs Needs => base.Needs | Needs.Neighbours;

    public override string Page => """
        Each network of the engine takes one address range of a small number (about thirty by default), and none is left. Compose cannot make
        the stack's network and creates nothing.

        ## What we look at
        The engine's refusal, and the networks of the engine: those of a Compose project that has no container are told by name.

        ## Why it happens
        Networks of projects that are long gone were never removed. Or a VPN has a route that covers the private ranges, and the engine
        takes none that has a route.

        ## What mends it
        The networks of dead projects are removed, by you: `docker network rm` refuses one that is in use. With a VPN, give the engine a range
        of its own in `/etc/docker/daemon.json`: `{"default-address-pools": [{"base": "10.201.0.0/16", "size": 24}]}`.

        ## When it is not this
        A network with a fixed range that another one has is `net-pool-overlap`.
        """;

    private protected override Regex Refusal => Exhausted();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence)
    {
        var networks = evidence.Neighbours.Known?.Networks.Where(one => one.Subnets.Count > 0).ToList() ?? [];
        var alive = (evidence.Neighbours.Known?.Containers ?? []).Select(one => one.Project).Append(evidence.Model.Known?.Stack?.Name).ToHashSet();
        var dead = networks.Where(one => one.Project is not null && !alive.Contains(one.Project)).Select(one => one.Name).ToList();
        var count = networks.Count.ToString(CultureInfo.InvariantCulture);
        return new Finding(Id, "networks", $"the engine has no address range left for another network; it has {count}, {(dead.Count == 0 ? "each" : dead.Count.ToString(CultureInfo.InvariantCulture))} of them of {(dead.Count == 0 ? "a project that has containers or of none" : "projects without any container")}")
        {
            Service = Finding.WholeStack,
            Facts = new Dictionary<string, string> { ["dead"] = string.Join(' ', dead) },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        finding.Facts["dead"] is { Length: > 0 } dead ? $"docker network rm {dead}" : "docker network ls",
        "with a VPN: set default-address-pools in /etc/docker/daemon.json as `hale explain net-pool-exhausted` shows, and restart the engine");

    // could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network
    // all predefined address pools have been fully subnetted
    [GeneratedRegex("non-overlapping IPv4 address pool|all predefined address pools have been fully subnetted")]
    private static partial Regex Exhausted();
}
