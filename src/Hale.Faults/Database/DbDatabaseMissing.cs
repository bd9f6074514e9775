using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A service asks a database server for a database that it does not have.</summary>
public sealed partial class DbDatabaseMissing : LogFault
{
    private const string Name = "name";

    public override string Id => "db-database-missing";

    public override string Title => "A database server does not have the database that a service asks for";

    public override string Page => """
        A service reaches the database server of the stack and asks for a database that does not exist there.

        ## What we look at
        The refusal in the output of a service that is not well: PostgreSQL's `database "…" does not exist`, or MySQL's `Unknown
        database`.

        ## Why it happens
        `POSTGRES_DB` or `MYSQL_DATABASE` was changed after the first start: the server makes that database only together with its
        volume. Or the first start was broken off. Without a name, a PostgreSQL client asks for the database that is called like its
        role.

        ## What mends it
        On PostgreSQL, the empty database is created, where the server's environment names it: that is what the image would have done.
        Other databases stay as they are. The project's own migrations fill it.

        ## When it is not this
        A table that is missing in a database that exists is the work of migrations. A wrong name in the service's own settings has to
        be corrected there.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var name = line.Groups["name"].Value;
        var server = Servers.Of(Servers.Postgres, evidence).FirstOrDefault(one => one != container && one.Log.Any(text => text.Contains($"database \"{name}\" does not exist", StringComparison.Ordinal)));
        return server is null && !line.Value.StartsWith("Unknown", StringComparison.Ordinal)
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' asks {(server is null ? "its server" : $"'{server.Service}'")} for the database '{name}', which does not exist there")
            {
                Facts = new Dictionary<string, string>(server is null ? new Dictionary<string, string>() : Servers.Names(server)) { [Name] = name },
            };
    }

    public override Remedy Mend(Finding finding) => finding.Facts.Count == 1
        ? Remedy.ByHand($"create database {finding.Facts[Name]};")
        : new()
        {
            Acts = [PsqlInside.CreateDatabase(Servers.NameIn(finding), finding.Facts[Name], finding.Says)],
            Advice = [$"docker compose exec {Servers.NameIn(finding)} sh -c 'createdb -U \"$POSTGRES_USER\" {finding.Facts[Name]}'"],
        };

    // FATAL:  database "shop" does not exist
    // ERROR 1049 (42000): Unknown database 'shop'
    [GeneratedRegex("database \"(?<name>[^\"]+)\" does not exist|Unknown database '(?<name>[^']+)'")]
    private static partial Regex Said();
}
