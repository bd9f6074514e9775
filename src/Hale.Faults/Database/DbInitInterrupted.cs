using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A database server's very first start was broken off, so the database that it was to make is missing.</summary>
public sealed partial class DbInitInterrupted : LogFault
{
    private const string Name = "name";
    private const string Scripts = "scripts";

    // Compose makes the volume, and the container right after it.
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(10);

    public override string Id => "db-init-interrupted";

    public override string Title => "A database's first start was broken off";

    public override Needs Needs => Needs.Containers | Needs.Neighbours;

    public override IReadOnlyList<string> Causes => ["db-database-missing"];

    public override string Page => """
        A PostgreSQL server runs and looks healthy, and lacks the database of its environment: its first start was broken off after the
        server's own files were made and before the database was. It never takes up what was left.

        ## What we look at
        The refusal in the output of a service that is not well, the server's words that it skips its first start, and that its
        container is as old as its volume: nothing was changed in between.

        ## Why it happens
        The first start was killed within its first seconds: an impatient Ctrl-C, a full disk, too little memory.

        ## What mends it
        What the image would have done: the database is created, and the `.sql` files of `/docker-entrypoint-initdb.d` are run in it, after
        asking. It was never there, so nothing of yours can be in it.

        ## When it is not this
        Where the server was made anew since, its environment may have changed: `db-database-missing`.
        """;

    private protected override Regex Line => Missing();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var name = line.Groups["name"].Value;
        var server = Servers.Of(Servers.Postgres, evidence).FirstOrDefault(one =>
            one != container && one.Log.Any(text => text.Contains(line.Value, StringComparison.Ordinal)) && one.Log.Any(Kept().IsMatch) && IsAsOldAsItsVolume(one, evidence));
        return server is null
            ? null
            : new Finding(Id, container.Service, $"the first start of '{server.Service}' was broken off before it made the database '{name}', which '{container.Service}' asks for")
            {
                Facts = new Dictionary<string, string>(Servers.Names(server))
                {
                    [Name] = name,
                    [Scripts] = server.Mounts.Any(mount => mount.Target.StartsWith("/docker-entrypoint-initdb.d", StringComparison.Ordinal)) ? "yes" : "",
                },
            };
    }

    public override Remedy Mend(Finding finding)
    {
        var (server, name) = (Servers.NameIn(finding), finding.Facts[Name]);
        RunInService create = PsqlInside.CreateDatabase(server, name, finding.Says);
        return new()
        {
            Acts = finding.Facts[Scripts].Length > 0 ? [create, PsqlInside.RunFirstScripts(server, name, finding.Says)] : [create],
            Advice = [$"docker compose exec {server} sh -c 'createdb -U \"$POSTGRES_USER\" {name}'", $"docker compose exec {server} ls /docker-entrypoint-initdb.d"],
        };
    }

    private static bool IsAsOldAsItsVolume(SeenContainer server, Evidence evidence)
    {
        var data = server.Mounts.FirstOrDefault(mount => mount.Kind == "volume" && mount.Target.StartsWith("/var/lib/postgresql", StringComparison.Ordinal))?.Source;
        var volume = evidence.Neighbours.Known?.Volumes?.FirstOrDefault(one => one.Name == data);
        return server.CreatedAt is { } made && volume?.CreatedAt is { } began && (made - began).Duration() < Together && server.StartedAt > made + Together;
    }

    [GeneratedRegex("Skipping initialization")]
    private static partial Regex Kept();

    // FATAL:  database "shop" does not exist
    [GeneratedRegex("database \"(?<name>[^\"]+)\" does not exist")]
    private static partial Regex Missing();
}
