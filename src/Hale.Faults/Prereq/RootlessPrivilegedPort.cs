using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Port;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>A rootless engine may not publish a port below 1024.</summary>
public sealed partial class RootlessPrivilegedPort : StartFault
{
    public override string Id => "rootless-privileged-port";

    public override string Title => "A rootless engine may not publish a low port";

    public override IReadOnlyList<string> Causes => ["run-start-refused"];

    public override string Page => """
        The engine runs without root, and the kernel lets only root listen at ports below 1024.

        ## What we look at
        The engine's refusal, which names the port, and the ports of the service.

        ## Why it happens
        The Compose file publishes 80 or 443, and the engine is a rootless one.

        ## What mends it
        The service is published at a high port in Hale's overlay: 80 becomes 8080, 443 becomes 8443. To allow low ports is the administrator's decision.

        ## When it is not this
        A port that something else holds is `port-host-process` or `port-other-container`.
        """;

    public override Needs Needs => base.Needs | Needs.Model;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence)
    {
        var port = int.Parse(refusal.Groups["port"].Value, CultureInfo.InvariantCulture);
        var owner = evidence.Model.Known?.Stack?.Services.FirstOrDefault(candidate => (service is null || candidate.Name == service) && candidate.Ports.Any(one => one.Published == port));
        var high = port + 8000;
        return new Finding(Id, service ?? owner?.Name ?? Finding.WholeStack, $"the engine runs without root and may not publish port {port}")
        {
            Service = owner?.Name,
            Facts = new Dictionary<string, string>
            {
                ["port"] = PublishedPorts.Text(port),
                ["high"] = PublishedPorts.Text(high),
                ["ports"] = owner is null ? "" : string.Join('\n', PublishedPorts.WithInstead(owner, owner.Ports.First(one => one.Published == port), owner.Ports.First(one => one.Published == port) with { Published = high })),
            },
        };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = finding.Facts["ports"] is { Length: > 0 } ports
            ? [new ChangeOverlay(finding.Service!, ["ports"], ports.Split('\n'), $"publish '{finding.Service}' at port {finding.Facts["high"]} in place of {finding.Facts["port"]}", finding.Says, IsList: true, Replaces: true)]
            : [],
        Advice = [$"publish a port above 1023 in the Compose file, such as {finding.Facts["high"]}", $"or let everybody use low ports: sudo sysctl net.ipv4.ip_unprivileged_port_start={finding.Facts["port"]}"],
    };

    // Error starting userland proxy: error while calling PortManager.AddPort(): cannot expose privileged port 80, you can add 'net.ipv4.ip_unprivileged_port_start=80' to /etc/sysctl.conf
    [GeneratedRegex("""cannot expose privileged port (?<port>\d+)""")]
    private static partial Regex Said();
}
