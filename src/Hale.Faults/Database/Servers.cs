using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>What the faults of databases share: which containers of the stack are database servers, and who was refused where.</summary>
internal static partial class Servers
{
    public const string Postgres = KnownServers.Postgres;

    /// <summary>Where the images of PostgreSQL have their data, or a folder below it.</summary>
    public const string DataOfPostgres = "/var/lib/postgresql";

    private const string Database = "database";

    public static IEnumerable<SeenContainer> Of(string kind, Evidence evidence) =>
        (evidence.Containers.Known?.Containers ?? []).Where(container => KindOf(container)?.Kind == kind);

    /// <summary>The service that is the one server of a kind, or what stands for its name in advice where there is none or more than one.</summary>
    public static string ServiceOf(string kind, Evidence evidence) =>
        Of(kind, evidence).Select(one => one.Service).Distinct().ToList() is [var only] ? only : "<the server's service>";

    /// <summary>The container of a server whose output shows something; null when there is none.</summary>
    public static SeenContainer? ThatSays(string kind, Regex line, Evidence evidence) =>
        Of(kind, evidence).FirstOrDefault(server => server.Log.Any(line.IsMatch));

    /// <summary>The server that somebody meant who was refused; null when the stack has none there.</summary>
    public static SeenContainer? At(Match refused, Evidence evidence)
    {
        var at = refused.Groups["at"].Value;
        var servers = (evidence.Containers.Known?.Containers ?? []).Where(container => KindOf(container) is not null).ToList();
        return servers.Find(server => server.Service == at || server.Networks.Any(network => network.Address == at))
            ?? servers.Find(server => PortOf(server) == Port(refused));
    }

    /// <summary>The port on which a server listens unless it is told otherwise; 0 for what is no known server.</summary>
    public static int PortOf(SeenContainer server) => KindOf(server)?.Port ?? 0;

    public static int Port(Match refused) => int.Parse(refused.Groups["port"].Value, CultureInfo.InvariantCulture);

    public static bool IsLoopback(Match refused) =>
        refused.Groups["at"].Value is "localhost" or "::1" || refused.Groups["at"].Value.StartsWith("127.", StringComparison.Ordinal);

    /// <summary>The one variable of a service whose name says that it holds what is asked for; null when there is none or more than one.</summary>
    public static string? Variable(string service, Evidence evidence, params IReadOnlyList<string> names)
    {
        var found = (evidence.Model.Known?.Stack?.Find(service)?.EnvironmentNames ?? []).Where(names.Contains).ToList();
        return found is [var only] ? only : null;
    }

    public static IReadOnlyDictionary<string, string> Names(SeenContainer server) => new Dictionary<string, string> { [Database] = server.Service };

    public static string NameIn(Finding finding) => finding.Facts[Database];

    /// <summary>True when the server runs and has not said that it is beginning only.</summary>
    public static bool Runs(SeenContainer server) => server.State is ContainerState.Running && server.Health is not HealthVerdict.Unhealthy;

    private static KnownServer? KindOf(SeenContainer container) => KnownServers.Of(container.Image, container.Command);

    // psql: error: connection to server at "db" (172.18.0.2), port 5432 failed: Connection refused
    // …, port 5432 failed: FATAL:  the database system is starting up
    // Error: connect ECONNREFUSED 127.0.0.1:5432
    // OSError: [Errno 111] Connect call failed ('127.0.0.1', 5432)
    // dial tcp 172.18.0.2:5432: connect: connection refused
    // redis.exceptions.ConnectionError: Error 111 connecting to cache:6379. Connection refused.
    // Could not connect to Redis at cache:6379: Connection refused
    [GeneratedRegex("""
        connection\ to\ server\ at\ "[^"]+"\ \((?<at>[^)]+)\),\ port\ (?<port>\d+)\ failed:\ (?:Connection\ refused|FATAL:\s+the\ database\ system\ is\ (?:starting\ up|not\ yet))
        |ECONNREFUSED\ \[?(?<at>[\da-f.:]+?)\]?:(?<port>\d+)
        |Connect\ call\ failed\ \('(?<at>[^']+)',\ (?<port>\d+)
        |dial\ tcp\ \[?(?<at>[\da-f.:]+?)\]?:(?<port>\d+):\ connect:\ connection\ refused
        |Error\ 111\ connecting\ to\ (?<at>[\w.-]+):(?<port>\d+)
        |Could\ not\ connect\ to\ Redis\ at\ (?<at>[\w.-]+):(?<port>\d+):\ Connection\ refused
        """, RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Refused();
}
