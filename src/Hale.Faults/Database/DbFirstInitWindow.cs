using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Database;

/// <summary>A database's health check passes while the server still makes its volume and takes no connection.</summary>
public sealed partial class DbFirstInitWindow : LogFault
{
    private const string Test = "test";
    private const string Asks = "pg_isready";
    private const string Shell = "CMD-SHELL";

    public override string Id => "db-first-init-window";

    public override string Title => "A database's health check passes before its first start is done";

    public override Needs Needs => Needs.Containers | Needs.Model;

    public override IReadOnlyList<string> Causes => ["db-not-ready"];

    public override string Page => """
        A service waits until its PostgreSQL server is healthy, and was refused all the same: the health check passed while the server
        still made its volume.

        ## What we look at
        The refusal in the service's output, its condition in `depends_on`, and a health check of the server that names no host: it asks at
        the socket.

        ## Why it happens
        On its first start the image runs a server that listens on the socket alone, for the scripts of `/docker-entrypoint-initdb.d`, ends
        it, and starts the real one. `pg_isready` without `-h` takes the first for the second.

        ## What mends it
        Hale waits until the server takes connections, and then lets the health check ask 127.0.0.1, by a line in the overlay. To last,
        the same belongs in the Compose file.

        ## When it is not this
        A service that does not wait for the server's health is `db-not-ready`.
        """;

    private protected override Regex Line => Servers.Refused();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var server = Servers.IsLoopback(line) ? null : Servers.At(line, evidence);
        if (server is not { State: ContainerState.Running, HealthCheck: { } check } || server == container || !AsksTheSocket(HealthFault.TextOf(check)) || !server.Log.Any(Makes().IsMatch)
            || evidence.Model.Known?.Stack?.Find(container.Service)?.DependsOn.Any(on => on.Service == server.Service && on.Condition is DependencyCondition.Healthy) is not true)
        {
            return null;
        }

        var isShell = HealthFault.Changed(check, text => text)[0] == Shell;
        return new Finding(Id, container.Service, $"'{container.Service}' was let through to '{server.Service}' while that still made its volume: its health check asks at the socket")
        {
            Facts = new Dictionary<string, string>(Servers.Names(server))
            {
                [Test] = string.Join('\n', HealthFault.Changed(check, text => isShell || text == Asks ? text.Replace(Asks, string.Join(isShell ? ' ' : '\n', Asks, "-h", "127.0.0.1"), StringComparison.Ordinal) : text)),
            },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var server = Servers.NameIn(finding);
        var words = finding.Facts[Test].Split('\n');
        string[] test = words[0] == Shell ? [Shell, string.Join('\n', words[1..])] : words;
        return new()
        {
            Acts =
            [
                new RunInService(server, ["sh", "-c", $"until {Asks} -q -h 127.0.0.1; do sleep 1; done"], $"wait until '{server}' takes connections", Risk.Safe, finding.Says),
                new ChangeOverlay(server, ["healthcheck", "test"], test, $"let the health check of '{server}' ask 127.0.0.1", finding.Says, IsList: true, Replaces: true),
            ],
            Advice = [$"in the health check of '{server}': {Asks} -h 127.0.0.1"],
        };
    }

    private static bool AsksTheSocket(string check) => check.Contains(Asks, StringComparison.Ordinal) && !Host().IsMatch(check);

    // pg_isready -U shop -h db
    [GeneratedRegex(@"(?:^|\s)(?:-h|--host)\b")]
    private static partial Regex Host();

    // The files belonging to this database system will be owned by user "postgres".
    // PostgreSQL init process complete; ready for start up.
    [GeneratedRegex("The files belonging to this database system will be owned|PostgreSQL init process complete")]
    private static partial Regex Makes();
}
