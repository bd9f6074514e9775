using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A service looks up a name that nothing on its networks has.</summary>
public sealed class NetNameUnresolved : NameFault
{
    public override string Id => "net-name-unresolved";

    public override string Title => "A service looks up a name that nothing on its networks has";

    public override string Page => """
        A service tried to reach another by a name that no service on its networks has.

        ## What we look at
        The name in the service's own output, against the services of the resolved Compose model, the containers that run, and the networks
        they are on.

        ## Why it happens
        The name is misspelt or was changed, a host name of somebody's own machine was left in the settings, or the two services are on
        different networks.

        ## What mends it
        Where a service has the name and shares no network with the other, a line in the overlay puts the one that asks on that network
        as well. A misspelt name has to be put right where it is set: the most similar service is named.

        ## When it is not this
        A service that exists and did not run has no name either: `net-peer-not-running`. A name with dots is the Internet's.
        """;

    private protected override Finding? Find(SeenContainer container, string name, Peer peer, Evidence evidence)
    {
        var stack = evidence.Model.Known!.Stack!;
        if (peer.Kind is PeerKind.Apart)
        {
            var says = $"'{container.Service}' looks up '{name}', and is on no network with it";
            return new Finding(Id, container.Service, says)
            {
                Facts = new Dictionary<string, string>
                {
                    ["peer"] = peer.Service!.Name,
                    ["networks"] = string.Join('\n', Peer.NetworksWith(container, peer.Service.Name, evidence) ?? []),
                },
            };
        }

        return peer.Kind is not PeerKind.Unknown
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' looks up '{name}', and no service has that name{(Peer.Nearest(name, stack, container.Service) is { } near ? $"; the most similar one is '{near}'" : "")}")
            {
                Facts = new Dictionary<string, string> { ["name"] = name, ["near"] = Peer.Nearest(name, stack, container.Service) ?? "" },
            };
    }

    public override Remedy Mend(Finding finding)
    {
        if (finding.Facts.TryGetValue("peer", out var peer))
        {
            var keys = finding.Facts["networks"];
            IReadOnlyList<string> advice = [$"give '{finding.Subject}' and '{peer}' a network in common in the Compose file"];
            return keys.Length == 0
                ? Remedy.ByHand(advice)
                : new Remedy { Acts = [Peer.Join(finding.Subject, peer, keys.Split('\n'), finding.Says)], Advice = advice };
        }

        var (name, near) = (finding.Facts["name"], finding.Facts["near"]);
        return Remedy.ByHand(
            near.Length > 0 ? $"write '{near}' in place of '{name}' where '{finding.Subject}' gets its settings" : $"docker compose ps --services lists the names there are; '{name}' is none of them",
            $"grep -rnwF --exclude-dir=node_modules --exclude-dir=.git -e '{name}' . | head");
    }
}
