using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>What a PostgreSQL server is told from inside its own container, over its socket, with the names and the password of its environment.</summary>
internal static class PsqlInside
{
    // The password goes neither over a command line nor into the journal: psql reads it from its own environment.
    private const string Begin = """
        set -e
        user=${POSTGRES_USER:-postgres}
        password=${POSTGRES_PASSWORD:-$(cat "${POSTGRES_PASSWORD_FILE:-/dev/null}")}
        export password
        sql() { as=$1; shift; psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set name="$name" --username "$as" --dbname postgres; }
        # The address of the network asks for the password; the socket and 127.0.0.1 do not.
        enters() { PGPASSWORD=$password psql --no-psqlrc --host "$(hostname -i | cut -d' ' -f1)" --username "$user" --dbname postgres --command 'select 1' >/dev/null 2>&1; }
        name=$1

        """;

    private const string Password = """
        [ "$user" = "$name" ] || { echo "the database's POSTGRES_USER is '$user', not '$name'"; exit 1; }
        [ -n "$password" ] || { echo "the database's environment gives no POSTGRES_PASSWORD"; exit 1; }
        if enters; then echo "the database takes the password of its environment already, so '$name' asks with another one"; exit 1; fi
        sql "$user" <<'SQL'
        \set wanted `printf %s "$password"`
        alter role :"name" password :'wanted';
        SQL
        enters || { echo "the database still refuses the password of its environment"; exit 1; }
        """;

    private const string Role = """
        [ "$user" = "$name" ] || { echo "the database's POSTGRES_USER is '$user', not '$name'"; exit 1; }
        sql postgres <<'SQL'
        \set wanted `printf %s "$password"`
        create role :"name" login superuser password :'wanted';
        SQL
        """;

    private const string Database = """
        wanted=${POSTGRES_DB:-$user}
        [ "$wanted" = "$name" ] || { echo "the database's environment names the database '$wanted', not '$name'"; exit 1; }
        sql "$user" <<'SQL'
        create database :"name";
        SQL
        """;

    private const string FirstScripts = """
        for file in /docker-entrypoint-initdb.d/*.sql; do
          [ -e "$file" ] || continue
          echo "$file"
          psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction --username "$user" --dbname "$name" --file "$file"
        done
        """;

    public static RunInService SetPassword(string server, string role, string because) =>
        Told(server, Password, role, $"give the role '{role}' the password that the environment of '{server}' names", because);

    public static RunInService CreateRole(string server, string role, string because) =>
        Told(server, Role, role, $"create the role '{role}' as the environment of '{server}' names it", because);

    public static RunInService CreateDatabase(string server, string name, string because) =>
        Told(server, Database, name, $"create the empty database '{name}' as the environment of '{server}' names it", because);

    public static RunInService RunFirstScripts(string server, string name, string because) =>
        Told(server, FirstScripts, name, $"run the .sql files of '{server}' for its first start in the database '{name}'", because);

    // Nothing is lost by it, yet it changes what the volume keeps: asked.
    private static RunInService Told(string server, string script, string name, string change, string because) =>
        new(server, ["sh", "-c", Begin + script, "sh", name], change, Risk.Edit, because);
}
