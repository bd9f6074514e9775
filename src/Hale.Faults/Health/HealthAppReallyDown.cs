using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Health;

/// <summary>A health check works as it should and the service does not answer it.</summary>
public sealed partial class HealthAppReallyDown : HealthFault
{
    private const string Way = "way";

    private const string Wait = "wait";

    public override string Id => "health-app-really-down";

    public override string Title => "A service does not answer its health check";

    public override bool IsGeneral => true;

    public override string Page => """
        The health check's program ran and was refused, or got an error: nothing answers where it asks.

        ## What we look at
        What the engine's last probe printed, the port it asks, and the ports on which something in the container listens.

        ## Why it happens
        The program listens on another port than the check asks, or it has not come far enough to listen.

        ## What mends it
        A service that was started a short while ago and listens nowhere is given 60 s more, since its first start may only be slow:
        then a longer `start_period` in the Compose file lasts. Any other is restarted once, which helps one that hangs. Where it listens on another port, or answers that there is no such
        page, a person has to change the check or the program; its own output says what it does.

        ## When it is not this
        A check whose own program is missing, or that asks by IPv6 only, says nothing of the service. Where another fault of the
        catalogue is found for the same service, that one is the cause.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        if (HealthIpv6Localhost.Shows(container))
        {
            return null;
        }

        var asked = ProbeText.PortOf(TextOf(container.HealthCheck!));
        var listens = (container.Listens ?? []).Concat(container.ListensAtLoopback ?? []).Distinct().Order().Select(port => port.ToString(CultureInfo.InvariantCulture)).ToList();
        var where = container.Listens is null ? ""
            : listens.Count == 0 ? "; nothing in it listens on any port"
            : asked is { } port && !listens.Contains(port.ToString(CultureInfo.InvariantCulture)) ? $"; it is asked at port {port.ToString(CultureInfo.InvariantCulture)} and listens on {string.Join(", ", listens)}"
            : "";
        return new Finding(Id, container.Service, $"'{container.Service}' does not answer its health check: '{line.Value.Trim()}'{where}")
        {
            Facts = new Dictionary<string, string> { [Way] = listens.Count > 0 && where.Length > 0 || line.Value.Contains("404", StringComparison.Ordinal) ? "" : listens.Count == 0 && Slowness.IsYoung(container, evidence.Containers.Known!) ? Wait : "restart" },
        };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = finding.Facts[Way].Length == 0 ? [] : [Slowness.ActFor(finding.Subject, finding.Facts[Way] == Wait, finding.Says)],
        Advice = [$"hale logs {finding.Subject}", $"hale health-check {finding.Subject}"],
    };

    /// <summary>True when the last probe of an unhealthy container asked and got no good answer.</summary>
    internal static bool Shows(SeenContainer container) => container.HealthCheck is not null && Said().IsMatch(container.Probes[^1].Output) && !HealthIpv6Localhost.Shows(container);

    // curl: (7) Failed to connect to localhost port 8000 after 0 ms: Could not connect to server
    // curl: (22) The requested URL returned error: 500
    // curl: (28) Operation timed out after 1001 milliseconds with 0 bytes received
    // TimeoutError: timed out      DOMException [TimeoutError]: The operation was aborted due to timeout
    [GeneratedRegex(@"curl: \((?:7|22|28|52|56)\).*|TimeoutError[^\n]*|[^\n]*aborted due to timeout|(?:^|\n)wget: .*(?:refused|error).*|ConnectionRefusedError.*|urllib\.error\.\w+: .*|ECONNREFUSED[^\n]*|Connection refused")]
    private static partial Regex Said();
}
