using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>Windows keeps a published port for itself.</summary>
public sealed partial class PortWindowsReserved : StartFault
{
    public override string Id => "port-windows-reserved";

    public override string Title => "Windows keeps a published port for itself";

    public override string Page => """
        Windows has put the port into a range that it keeps for Hyper-V and the like. Nothing listens on it, and nothing may.

        ## What we look at
        The engine's refusal: the port is not available, and access to the socket is forbidden.

        ## Why it happens
        Windows chooses such ranges anew at each start, and a wide one may cover the port.

        ## What mends it
        Another published port. Or, as administrator, the ranges are chosen anew: `net stop winnat`, then `net start winnat`.

        ## When it is not this
        A port on which a program listens is refused as in use: `port-host-process`.
        """;

    private protected override Regex Refusal => Forbidden();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) =>
        new(Id, service ?? Finding.WholeStack, $"Windows keeps port {refusal.Groups["port"].Value} for itself, so it cannot be published")
        {
            Facts = new Dictionary<string, string> { ["port"] = refusal.Groups["port"].Value },
        };

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "netsh interface ipv4 show excludedportrange protocol=tcp",
        $"publish another port than {finding.Facts["port"]} in the Compose file");

    // Ports are not available: exposing port TCP 0.0.0.0:3306 -> 0.0.0.0:0: listen tcp 0.0.0.0:3306: bind: An attempt was made to access a socket in a way forbidden by its access permissions.
    [GeneratedRegex(@"Ports are not available.*?:(?<port>\d+)\b.*forbidden by its access permissions")]
    private static partial Regex Forbidden();
}
