using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A service asks a database server at the port of the host in place of the port in its container.</summary>
public sealed class DbPublishedPortInside : LogFault
{
    private const string Target = "target";

    private const string Variable = "variable";

    public override string Id => "db-published-port-inside";

    public override string Title => "A service asks the database at the port that is published on the host";

    public override string Page => """
        A service asks the database of the stack at the port that the host publishes for it. Between containers the port of the
        container itself counts.

        ## What we look at
        The refusal in the service's output: the address of a database's container, and a port that the Compose file publishes for it
        with another target.

        ## Why it happens
        `ports: ["15432:5432"]` is for programs on the host. Services of the stack reach each other without it.

        ## What mends it
        Where one environment variable of the service holds the port, such as `DB_PORT` or `PGPORT`, a line in the overlay sets it to
        the container's port. Otherwise the address has to be changed where it is written.

        ## When it is not this
        A refusal at the server's own port is a server that is not ready.
        """;

    private protected override Regex Line => Servers.Refused();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var server = Servers.IsLoopback(line) ? null : Servers.At(line, evidence);
        var asked = Servers.Port(line);
        var port = server is null ? null : evidence.Model.Known?.Stack?.Find(server.Service)?.Ports.FirstOrDefault(one => one.Published == asked && one.Target != asked);
        return port is null
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' asks '{server!.Service}' at port {Text(asked)}, which is the host's; the container's is {Text(port.Target)}")
            {
                Facts = new Dictionary<string, string> { [Target] = Text(port.Target), [Variable] = Servers.Variable(container.Service, evidence, Ports) ?? "" },
            };
    }

    public override Remedy Mend(Finding finding)
    {
        var (port, variable) = (finding.Facts[Target], finding.Facts[Variable]);
        return new()
        {
            Acts = variable.Length == 0 ? [] : [new ChangeOverlay(finding.Subject, ["environment", variable], [port], $"set {variable} of '{finding.Subject}' to {port}", finding.Says)],
            Advice = [$"in the settings of '{finding.Subject}' write the port {port}"],
        };
    }

    private static readonly string[] Ports = ["PGPORT", "DB_PORT", "DATABASE_PORT", "POSTGRES_PORT", "MYSQL_PORT", "MARIADB_PORT", "REDIS_PORT", "MONGO_PORT", "CACHE_PORT"];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
