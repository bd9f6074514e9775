using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A database server has as many clients as it allows.</summary>
public sealed partial class DbTooManyClients : LogFault
{
    private const string Server = "server";

    public override string Id => "db-too-many-clients";

    public override string Title => "A database has no connection left";

    public override string Page => """
        The database server of the stack has as many connections as it allows, and refuses a service one more.

        ## What we look at
        The refusal in the output of a service that is not well.

        ## Why it happens
        Development servers that reload keep their old connections, many workers have a pool each, or the limit is low.

        ## What mends it
        See who holds them, and restart that service. A smaller pool, or a higher `max_connections`, lasts.

        ## When it is not this
        A refusal without words is a server that does not run or is not ready.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence) => new(Id, container.Service, $"the database has no connection left for '{container.Service}': '{line.Value}'")
    {
        Facts = new Dictionary<string, string> { [Server] = Servers.ServiceOf(Servers.Postgres, evidence) },
    };

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"docker compose exec {finding.Facts[Server]} sh -c 'psql -U \"${{POSTGRES_USER:-postgres}}\" -d postgres -c \"select application_name, client_addr, count(*) from pg_stat_activity group by 1, 2 order by 3 desc\"'",
        "docker compose restart <the service that holds them>");

    // FATAL:  sorry, too many clients already
    // FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute
    [GeneratedRegex("(?:too many clients already|remaining connection slots are reserved|Too many connections)")]
    private static partial Regex Said();
}
