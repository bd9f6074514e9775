using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>A proxy sends to an address of a service on a network that the proxy is not on.</summary>
public sealed partial class TraefikWrongNetwork : LogFault
{
    public override string Id => "traefik-wrong-network";

    public override string Title => "A proxy uses the address of a service on a network that it is not on";

    public override string Page => """
        A service is on several networks, and Traefik took its address on one that Traefik itself is not on. Nothing answers there, and
        the browser gets status 504 after a long wait.

        ## What we look at
        The address in the proxy's own words, the container of the stack that has it, and the networks of both.

        ## Why it happens
        The engine lists all networks of a container, and Traefik takes one of them unless the label `traefik.docker.network` names it.

        ## What mends it
        The label, by a line in the overlay, with a network that both are on. Where there is none, one has to be added.

        ## When it is not this
        A service that is reached and refuses is `proxy-upstream-app-down`: that is status 502, and at once.
        """;

    private protected override Regex Line => TimedOut();

    private protected override bool Concerns(SeenContainer container) => container.State is ContainerState.Running;

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var address = line.Groups["address"].Value;
        var own = container.Networks.Select(network => network.Name).ToHashSet();
        var target = evidence.Containers.Known!.Containers.FirstOrDefault(one => one.Networks.Any(network => network.Address == address && !own.Contains(network.Name)));
        if (target is null)
        {
            return null;
        }

        var wrong = target.Networks.First(network => network.Address == address).Name;
        return new Finding(Id, container.Service, $"'{container.Service}' sends to '{target.Service}' at {address}, which is its address on the network {wrong}, and '{container.Service}' is not on that one")
        {
            Facts = new Dictionary<string, string>
            {
                ["target"] = target.Service,
                ["shared"] = target.Networks.Select(network => network.Name).FirstOrDefault(own.Contains) ?? "",
            },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var (target, shared) = (finding.Facts["target"], finding.Facts["shared"]);
        return shared.Length == 0
            ? Remedy.ByHand($"give '{finding.Subject}' and '{target}' a network in common in the Compose file")
            : new Remedy
            {
                Acts =
                [
                    new ChangeOverlay(target, ["labels", "traefik.docker.network"], [shared], $"tell Traefik by a label to reach '{target}' on the network {shared}", finding.Says),
                    new RestartService(finding.Subject, finding.Says),
                ],
                Advice = [$"add to the labels of '{target}' in the Compose file: traefik.docker.network={shared}"],
            };
    }

    // 504 Gateway Timeout error="dial tcp 172.20.0.3:8000: i/o timeout"
    [GeneratedRegex(@"dial tcp (?<address>\d+\.\d+\.\d+\.\d+):\d+: i/o timeout")]
    private static partial Regex TimedOut();
}
