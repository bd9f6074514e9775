using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A service was refused by a database server that was not ready yet.</summary>
public sealed class DbNotReady : LogFault
{
    private const string Waits = "waits";

    public override string Id => "db-not-ready";

    public override string Title => "A service asked a database that was still starting";

    public override string Page => """
        A service was refused by the database server of the stack and gave up. The server runs now: it only had not finished its own
        start.

        ## What we look at
        The refusal in the service's output: the address and port of a server of this stack, which runs. The address is not the
        service's own container.

        ## Why it happens
        `depends_on` without a condition waits for the server's process and not for its being ready. The first start of a database takes
        longer than all others.

        ## What mends it
        Where the server has a health check, a line in the overlay lets the service wait for it; otherwise the service is started once
        more. To last, the same belongs in the Compose file.

        ## When it is not this
        A refusal at `localhost` or 127.0.0.1 comes from the service's own container and never passes. A refusal at a port that the
        server does not use is a wrong port.
        """;

    private protected override Regex Line => Servers.Refused();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var server = Servers.IsLoopback(line) ? null : Servers.At(line, evidence);
        return server is null || server == container || !Servers.Runs(server) || !IsPortOf(server, Servers.Port(line))
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' asked '{server.Service}' before it was ready, and gave up")
            {
                Facts = new Dictionary<string, string>(Servers.Names(server)) { [Waits] = server.HealthCheck is null ? "" : "healthy" },
            };
    }

    public override Remedy Mend(Finding finding)
    {
        var server = Servers.NameIn(finding);
        return new()
        {
            Acts = finding.Facts[Waits].Length == 0
                ? [new TryAgain(finding.Subject, finding.Says)]
                : [new ChangeOverlay(finding.Subject, ["depends_on", server, "condition"], ["service_healthy"], $"let '{finding.Subject}' wait until '{server}' is healthy", finding.Says)],
            Advice = [$"under '{finding.Subject}' in the Compose file: depends_on: {{{server}: {{condition: service_healthy}}}}"],
        };
    }

    // While it makes its volume it listens on no port at all.
    private static bool IsPortOf(SeenContainer server, int port) => server.Listens is { Count: > 0 } listens ? listens.Contains(port) : Servers.PortOf(server) == port;
}
