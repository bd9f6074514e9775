using System.Text.RegularExpressions;
using Hale.Faults.Network;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>nginx ended at its start, since it could not look up a service's name.</summary>
public sealed partial class ProxyHostNotFound : LogFault
{
    public override string Id => "proxy-host-not-found";

    public override string Title => "A proxy ends because it cannot look up a service";

    public override Needs Needs => Needs.Containers | Needs.Model;

    public override string Page => """
        nginx looks up every name in its configuration when it starts, and ends when one has no address. Only a container that runs has a name.

        ## What we look at
        The name in nginx's own words, against the services of the resolved Compose model, the containers that run, and their networks.

        ## Why it happens
        The proxy started before the service behind it, since nothing makes it wait; or the two are on different networks; or the name in the
        configuration is not the service's.

        ## What mends it
        Where the service runs by now, a line in the overlay makes the proxy wait for it (`depends_on`); where it is on another network, one that
        puts the proxy on that network as well. A wrong name has to be put right in the configuration.

        ## When it is not this
        A proxy that runs and answers 502 has looked the name up: `proxy-stale-upstream-ip`, `proxy-upstream-app-down`.
        """;

    private protected override Regex Line => NotFound();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return null;
        }

        var name = line.Groups["name"].Value;
        var peer = Peer.Of(name, container, stack, evidence.Containers.Known!);
        var near = Peer.Nearest(name, stack, container.Service);
        return new Finding(Id, container.Service, $"'{container.Service}' cannot look up '{name}': " + peer.Kind switch
        {
            PeerKind.Down => $"'{peer.Service!.Name}' does not run",
            PeerKind.Apart => $"'{peer.Service!.Name}' runs, on no network of its own",
            PeerKind.There => $"'{peer.Service!.Name}' did not run yet when it started",
            _ => $"no service has that name{(near is null ? "" : $"; the most similar one is '{near}'")}",
        })
        {
            ExplainedBy = peer.Kind is PeerKind.Down ? peer.Service!.Name : null,
            Facts = new Dictionary<string, string>
            {
                ["name"] = name,
                ["kind"] = peer.Kind.ToString(),
                ["peer"] = peer.Service?.Name ?? near ?? "",
                ["networks"] = peer.Kind is PeerKind.Apart ? string.Join('\n', Peer.NetworksWith(container, peer.Service!.Name, evidence) ?? []) : "",
            },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var (kind, peer, networks) = (finding.Facts["kind"], finding.Facts["peer"], finding.Facts["networks"]);
        return kind switch
        {
            nameof(PeerKind.Unknown) => Remedy.ByHand(
                peer.Length > 0 ? $"write '{peer}' in place of '{finding.Facts["name"]}' in the configuration of '{finding.Subject}'" : $"write the name of a service in place of '{finding.Facts["name"]}' in the configuration of '{finding.Subject}'"),
            nameof(PeerKind.Apart) => new Remedy
            {
                Acts = networks.Length > 0 ? [Peer.Join(finding.Subject, peer, networks.Split('\n'), finding.Says)] : [],
                Advice = [$"give '{finding.Subject}' and '{peer}' a network in common in the Compose file"],
            },
            // One that has ended will not be there however long the proxy waits.
            nameof(PeerKind.Down) => Remedy.ByHand($"hale logs {peer}"),
            _ => new Remedy
            {
                Acts = [new ChangeOverlay(finding.Subject, ["depends_on"], [peer], $"let '{finding.Subject}' wait until '{peer}' runs", finding.Says, IsList: true)],
                Advice = [$"add '{peer}' to depends_on of '{finding.Subject}' in the Compose file"],
            },
        };
    }

    // nginx: [emerg] host not found in upstream "backend" in /etc/nginx/conf.d/default.conf:3
    [GeneratedRegex("""host not found in upstream "(?<name>[^":]+)""")]
    private static partial Regex NotFound();
}
