using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A service asks for a database at localhost, which in a container is the container itself.</summary>
public sealed class DbLocalhostInContainer : LogFault
{
    private const string Host = "host";

    public override string Id => "db-localhost-in-container";

    public override string Title => "A service looks for the database in its own container";

    public override string Page => """
        A service asks for its database at `localhost`. In a container that is the container itself, and no database runs in it.

        ## What we look at
        The refusal in the service's output: a loopback address and a port on which nothing in its own container listens, but which is
        that of a database server of this stack.

        ## Why it happens
        A setting that is right for a program which runs on the machine itself is used in a container too.

        ## What mends it
        Where one environment variable of the service holds the host, such as `DB_HOST` or `PGHOST`, a line in the overlay sets it to
        the name of the database's service. Otherwise the address has to be changed where it is written.

        ## When it is not this
        A refusal at the address of the database's own container is a database that is not ready.
        """;

    private protected override Regex Line => Servers.Refused();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var server = Servers.IsLoopback(line) ? Servers.At(line, evidence) : null;
        return server is null || server == container || (container.ListensAtLoopback ?? []).Contains(Servers.Port(line))
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' asks for '{server.Service}' at {line.Groups["at"].Value}, which is its own container")
            {
                Facts = new Dictionary<string, string>(Servers.Names(server)) { [Host] = Servers.Variable(container.Service, evidence, Hosts) ?? "" },
            };
    }

    public override Remedy Mend(Finding finding)
    {
        var (server, host) = (Servers.NameIn(finding), finding.Facts[Host]);
        return new()
        {
            Acts = host.Length == 0 ? [] : [new ChangeOverlay(finding.Subject, ["environment", host], [server], $"set {host} of '{finding.Subject}' to '{server}'", finding.Says)],
            Advice = [$"in the settings of '{finding.Subject}' write the host '{server}' in place of 'localhost'"],
        };
    }

    private static readonly string[] Hosts =
    [
        "PGHOST", "DB_HOST", "DATABASE_HOST", "POSTGRES_HOST", "POSTGRES_SERVER", "MYSQL_HOST", "MARIADB_HOST", "REDIS_HOST", "MONGO_HOST", "CACHE_HOST",
    ];
}
