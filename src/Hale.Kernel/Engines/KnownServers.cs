namespace Hale.Kernel.Engines;

/// <summary>The database servers that are known by the name of their program or of their image.</summary>
public static class KnownServers
{
    public const string Postgres = "postgres";

    /// <summary>MySQL, and MariaDB with it.</summary>
    public const string Mysql = "mysql";

    public const string Redis = "redis";

    public const string Mongo = "mongo";

    private static readonly (string Name, KnownServer Server)[] Known =
    [
        ("postgres", new(Postgres, 5432)), ("postgis", new(Postgres, 5432)), ("timescaledb", new(Postgres, 5432)), ("pgvector", new(Postgres, 5432)),
        ("mysql", new(Mysql, 3306)), ("mysqld", new(Mysql, 3306)), ("mariadb", new(Mysql, 3306)), ("mariadbd", new(Mysql, 3306)),
        ("redis", new(Redis, 6379)), ("redis-server", new(Redis, 6379)), ("valkey", new(Redis, 6379)), ("valkey-server", new(Redis, 6379)),
        ("mongo", new(Mongo, 27017)), ("mongod", new(Mongo, 27017)),
    ];

    /// <summary>The server that a container runs; null when it runs none that is known.</summary>
    /// <param name="image">The image as it is named, with registry and tag.</param>
    /// <param name="command">Entrypoint and command together, as the engine runs them; empty where they are not known.</param>
    public static KnownServer? Of(string image, IReadOnlyList<string> command)
    {
        var name = image.Split('/')[^1].Split(':', '@')[0];
        var program = command.Select(word => word.Split('/')[^1]).FirstOrDefault(word => word is not "docker-entrypoint.sh" and not "gosu" and not "tini");
        var found = Array.FindIndex(Known, known => (known.Name == name && IsServer(program, known.Server.Kind)) || known.Name == program);
        return found < 0 ? null : Known[found].Server;
    }

    // A client is often run from the server's own image.
    private static bool IsServer(string? program, string kind) =>
        program is null || program.StartsWith('-') || Known.Any(known => known.Name == program && known.Server.Kind == kind);
}

/// <summary>A kind of database server.</summary>
/// <param name="Kind">Its name, the same for all programs that speak its language.</param>
/// <param name="Port">The port that it has unless it is told otherwise.</param>
public sealed record KnownServer(string Kind, int Port);
