using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>A service asks for a fixed address on a network that has no fixed range.</summary>
public sealed partial class ComposeStaticIpNoSubnet : StartFault
{
    public override string Id => "compose-static-ip-no-subnet";

    public override string Title => "A service asks for a fixed address on a network without a fixed range";

    public override string Page => """
        A service has `ipv4_address` or `ipv6_address` on a network whose range the engine chooses. The engine gives a fixed address only
        where the range is fixed too.

        ## What we look at
        The engine's refusal.

        ## Why it happens
        The network's `ipam` was left out, or the service was moved to another network.

        ## What mends it
        A `subnet` for the network, or no fixed address: services reach each other by their names. The overlay cannot change a network,
        and which of the two is meant only a person knows.

        ## When it is not this
        A range that another network has is `net-pool-overlap`.
        """;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) =>
        new(Id, service ?? Finding.WholeStack, $"{(service is null ? "a service" : $"'{service}'")} asks for a fixed address on a network whose range the engine chooses");

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "docker compose config | grep -nE 'ipv[46]_address'",
        "leave that address out, or give the network a range: networks: {default: {ipam: {config: [{subnet: 10.201.0.0/24}]}}}");

    // Error response from daemon: user specified IP address is supported only when connecting to networks with user configured subnets
    // Error response from daemon: invalid config for network cmp_default: … user specified IP address is supported only when connecting to networks with user configured subnets
    [GeneratedRegex("user specified IP address is supported only when connecting to networks with user configured subnets")]
    private static partial Regex Said();
}
