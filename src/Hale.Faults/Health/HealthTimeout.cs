using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Health;

/// <summary>A health check is broken off before it ends.</summary>
public sealed partial class HealthTimeout : HealthFault
{
    private const string Limit = "limit";

    public override string Id => "health-timeout";

    public override string Title => "A health check takes longer than it may";

    public override string Page => """
        The health check of a service was broken off by its own time limit. It may have been about to pass.

        ## What we look at
        The engine's own note on its last probe.

        ## Why it happens
        The limit is short for a program that starts anew each time, or the machine is busy.

        ## What mends it
        A line in the overlay gives each check five times as long, and at least 30 seconds. A check that hangs still fails.

        ## When it is not this
        A check that ends in its time and fails tells of the service itself.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the health check of '{container.Service}' did not end within {line.Groups[1].Value}")
    {
        Facts = new Dictionary<string, string> { [Limit] = Math.Max(30, (int)Math.Ceiling(container.HealthCheck!.Timeout.TotalSeconds * 5)).ToString(CultureInfo.InvariantCulture) },
    };

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new ChangeOverlay(finding.Subject, ["healthcheck", "timeout"], [$"{finding.Facts[Limit]}s"], $"give the health check of '{finding.Subject}' {finding.Facts[Limit]} s", finding.Says)],
        Advice = [$"raise healthcheck.timeout of '{finding.Subject}' in the Compose file"],
    };

    // Health check exceeded timeout (1s)
    [GeneratedRegex(@"Health check exceeded timeout \(([\w.]+)\)")]
    private static partial Regex Said();
}
