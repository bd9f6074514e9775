using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Health;

/// <summary>A health check reaches for ::1 while the service listens on IPv4 only.</summary>
public sealed partial class HealthIpv6Localhost : HealthFault
{
    private const string Test = "test";

    public override string Id => "health-ipv6-localhost";

    public override string Title => "A health check asks localhost by IPv6 and the service listens by IPv4";

    public override string Page => """
        The health check asks `localhost`, its program takes that for the IPv6 address `::1`, and the service listens on IPv4 alone.

        ## What we look at
        What the engine's last probe printed: that it tried `::1` and was refused. With `-q` it does not say where; then, that the
        service listens on the very port at which `wget` was refused.

        ## Why it happens
        The `wget` of Alpine images tries only the first address that `localhost` has.

        ## What mends it
        A line in the overlay lets the check ask 127.0.0.1 in place of `localhost`.

        ## When it is not this
        A check that was refused at 127.0.0.1 too tells of a service that does not listen.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var check = container.HealthCheck!;
        return !Shows(container)
            ? null
            : new Finding(Id, container.Service, $"the health check of '{container.Service}' asks localhost at ::1, where nothing listens")
            {
                Facts = new Dictionary<string, string> { [Test] = string.Join('\n', Changed(check, text => text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal))) },
            };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts =
        [
            new ChangeOverlay(finding.Subject, ["healthcheck", "test"], finding.Facts[Test].Split('\n'), $"let the health check of '{finding.Subject}' ask 127.0.0.1", finding.Says, IsList: true, Replaces: true),
        ],
        Advice = [$"in the health check of '{finding.Subject}' write 127.0.0.1 in place of localhost"],
    };

    /// <summary>True when the last probe asked localhost by IPv6 alone: it says so, or wget was refused at a port that is listened on.</summary>
    internal static bool Shows(SeenContainer container)
    {
        var text = TextOf(container.HealthCheck!);
        return text.Contains("localhost", StringComparison.Ordinal) && Said().Match(container.Probes[^1].Output) is { Success: true } said
            && (said.Value.Contains("::1", StringComparison.Ordinal) || (text.Contains("wget", StringComparison.Ordinal) && ProbeText.PortOf(text) is { } port && container.Listens?.Contains(port) is true));
    }

    // Connecting to localhost:8080 ([::1]:8080)
    // wget: can't connect to remote host: Connection refused
    [GeneratedRegex(@"\[?::1\]?[\s\S]*(?:refused|Cannot assign|unreachable)|can't connect to remote host[^\n]*refused")]
    private static partial Regex Said();
}
