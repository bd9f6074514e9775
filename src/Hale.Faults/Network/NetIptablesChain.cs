using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>The engine's rules are gone from the machine's firewall.</summary>
public sealed partial class NetIptablesChain : StartFault
{
    public override string Id => "net-iptables-chain";

    public override string Title => "The engine's rules are gone from the firewall";

    public override string Page => """
        The engine makes chains of its own in the machine's firewall when it starts, and needs them for each network and each published port.
        They are gone.

        ## What we look at
        The engine's refusal, in which `iptables` or `nft` names a missing chain.

        ## Why it happens
        The firewall was reloaded or flushed while the engine ran: by `firewalld`, `ufw`, a VPN client or a script.

        ## What mends it
        The engine is restarted and makes its chains anew. That stops all containers unless `live-restore` is set, so Hale leaves it to you.

        ## When it is not this
        A port that is taken is refused with other words: `port-host-process`, `port-other-container`.
        """;

    private protected override Regex Refusal => NoChain();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) =>
        new(Id, "firewall", "the engine's chains are gone from the machine's firewall, so it can make no network and publish no port") { Service = service ?? Finding.WholeStack };

    public override Remedy Mend(Finding finding) => Remedy.ByHand("sudo systemctl restart docker", "hale docker");

    // iptables: No chain/target/match by that name.      Error: Could not process rule: … Chain 'DOCKER-ISOLATION-STAGE-1' does not exist
    [GeneratedRegex("No chain/target/match by that name|Chain 'DOCKER\\S*' does not exist")]
    private static partial Regex NoChain();
}
