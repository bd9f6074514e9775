using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hale.Docker.Databases;

/// <summary>PostgreSQL, over the socket in its container, where the official image asks for no password.</summary>
internal sealed partial class PostgresServer : IDatabaseServer
{
    // What the official image takes for names, with its defaults. The password is for servers whose socket asks for one; it stays in the environment.
    // The server's port is in the name of its socket.
    private const string Begin = """
        user=${POSTGRES_USER:-$(cat "${POSTGRES_USER_FILE:-/dev/null}")}
        user=${user:-postgres}
        database=${POSTGRES_DB:-$(cat "${POSTGRES_DB_FILE:-/dev/null}")}
        database=${database:-$user}
        PGPASSWORD=${POSTGRES_PASSWORD:-$(cat "${POSTGRES_PASSWORD_FILE:-/dev/null}")}
        export PGPASSWORD PGCONNECT_TIMEOUT=10 PGAPPNAME=hale
        unset PGHOST PGHOSTADDR PGSERVICE PGDATABASE PGUSER PGOPTIONS
        [ -z "${PG_MAJOR:-}" ] || PATH="/usr/lib/postgresql/$PG_MAJOR/bin:$PATH"
        for socket in /var/run/postgresql/.s.PGSQL.*; do
          case $socket in *.lock | *'*') ;; *) export PGPORT="${socket##*.}" ;; esac
        done

        """;

    // The number that initdb gives a data directory begins with the second in which it was made.
    private const string Facts = """
        select json_build_object(
          'version', current_setting('server_version'),
          'identity', (select system_identifier::text from pg_control_system()),
          'madeAt', (select system_identifier >> 32 from pg_control_system()),
          'limit', current_setting('max_connections')::int,
          'connections', (select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()),
          'databases', (select coalesce(json_agg(json_build_object('name', datname, 'bytes', pg_database_size(oid)) order by datname), '[]') from pg_database where datallowconn and not datistemplate))
        """;

    private const string LookText = Begin + """
        printf '%s\n' "$database"
        exec psql -XAtq -w -U "$user" -d postgres -c "$1"
        """;

    private const string DumpText = Begin + """
        exec pg_dump --format=custom --lock-wait-timeout=60s -w -U "$user" -d "$1"
        """;

    // The dump goes as SQL through the session that keeps the others out, so that there is no moment in between. A dump sets lock_timeout to none, so
    // another session looks every second what the restore waits for: the server knows it by its own name. Where psql ends first, nobody reads the dump
    // any more, which only whoever sends it can end.
    private const string RestoreText = Begin + """
        export PGAPPNAME="hale restore $$"
        seen() { psql -XAtq -w -U "$user" -d "$1" -c "$2"; }
        guard() {
          trap 'done=1' TERM
          held= done=
          while [ -z "$done" ] && sleep 1 2>/dev/null; do
            now=$(seen "$1" "$2" 2>/dev/null)
            [ -n "$now" ] && [ "$now" = "$held" ] || { held=$now; since=$(date +%s); }
            [ -z "$held" ] || [ $(($(date +%s) - since)) -lt 60 ] || seen "$1" "$3" >&2
          done
        }
        text() {
          printf '%s\n' "$1"
          said=$(pg_restore --clean --if-exists --single-transaction --file=- 2>&1 >&3) || { printf '%s\n' "$2" && printf '%s\n' "$said" >&2; }
        }
        [ "$2" = there ] || createdb -w -U "$user" --maintenance-db=postgres --template=template0 -- "$7" || { echo "$8"; exit 1; }
        guard "$1" "$3" "$4" </dev/null >/dev/null &
        guard=$!
        text "$5" "$6" 3>&1 | { psql -XAtq -v ON_ERROR_STOP=1 -w -U "$user" -d "$1"; code=$?; [ "$code" = 0 ] || echo "$8"; exit "$code"; }
        code=$?
        kill "$guard" 2>/dev/null
        wait "$guard" 2>/dev/null
        [ "$code" != 0 ] || exit 0
        [ "$2" = there ] || dropdb -w -U "$user" --maintenance-db=postgres --if-exists -- "$7"
        exit "$code"
        """;

    // Reading goes on, and so does pg_dump; whoever would write waits. No table comes while pg_class is held, so that none is left out.
    private const string HoldText = $"""
        \o /dev/null
        set client_min_messages = error;
        set statement_timeout = 0;
        set lock_timeout = 0;
        set idle_in_transaction_session_timeout = 0;
        select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout';
        begin;
        do $$
        declare one regclass;
        begin
          if current_setting('is_superuser') = 'on' then
            lock table pg_catalog.pg_class in share mode;
          end if;
          for one in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by c.oid
          loop
            execute format('lock table only %s in exclusive mode', one);
          end loop;
        end $$;
        \o
        select '{IDatabaseServer.HeldMark}' || txid_current();
        \o /dev/null
        """;

    // The end of the input alone would end psql as if all were well.
    private const string BrokenText = "do $$ begin raise exception 'the dump was not read to its end'; end $$;";

    private const string LongMark = "held for longer than a minute: ";

    // The lock that the restore waits for, as one text.
    private const string WaitText = """
        select l::text from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.application_name = current_setting('application_name') and a.pid <> pg_backend_pid() limit 1
        """;

    // Tells who holds it, and ends the wait, which ends the restore.
    private const string EndText = $"""
        select concat('{LongMark}', coalesce(l.relation::regclass::text, l.locktype), ', by process ', b.pid, ' of ' || h.usename, ' with ' || nullif(h.application_name, ''), ' from ' || host(h.client_addr), ', ' || h.state,
          ': ' || left(regexp_replace(h.query, '\s+', ' ', 'g'), 120), case when not pg_cancel_backend(l.pid) then ', and the restore could not be ended' end)
        from pg_locks l join pg_stat_activity a using (pid), unnest(pg_blocking_pids(l.pid)) b(pid) left join pg_stat_activity h on h.pid = b.pid
        where not l.granted and a.application_name = current_setting('application_name') and a.pid <> pg_backend_pid()
        """;

    // A session that is still in the transaction works for somebody who is gone: without an end to it, its fate would be open for as long as it works.
    private const string FateText = Begin + """
        ask() { psql -XAtq -w -U "$user" -d postgres -c "$1"; }
        ask "select pg_terminate_backend(pid) from pg_stat_activity where backend_xid::text::bigint = $1 % 4294967296" >/dev/null
        round=0
        while fate=$(ask "select txid_status($1)") && [ "$fate" = 'in progress' ] && [ "$round" -lt 50 ]; do
          round=$((round + 1))
          sleep 0.1 2>/dev/null || sleep 1
        done
        printf '%s\n' "$fate"
        """;

    private const string FeedText = Begin + """
        exec psql -XAtq -v ON_ERROR_STOP=1 -w -U "$user" -d "$database" -f -
        """;

    // As the official entrypoint: what may be executed is, another shell script is read by a shell that knows the entrypoint's own command.
    private const string ScriptText = IDatabaseServer.SameContent + Begin + """
        export POSTGRES_USER="$user" POSTGRES_DB="$database" POSTGRES_PASSWORD="$PGPASSWORD"
        sql() { psql -X -v ON_ERROR_STOP=1 -w -U "$user" -d "$database" "$@"; }
        case $1 in
          *.sh)
            [ ! -x "$1" ] || exec "$1"
            command -v bash >/dev/null || { . "$1"; exit; }
            exec bash -Eeo pipefail -c '
              docker_process_sql() { psql -X -v ON_ERROR_STOP=1 -w -U "$POSTGRES_USER" ${POSTGRES_DB:+-d "$POSTGRES_DB"} "$@"; }
              psql=(psql -v ON_ERROR_STOP=1 --no-password)
              . "$1"' bash "$1" ;;
          *.sql) sql -f "$1" ;;
          *.sql.gz) gunzip -t "$1" && gunzip -c "$1" | sql -f - ;;
          *.sql.xz) xz -t "$1" && xz -dc "$1" | sql -f - ;;
          *.sql.zst) zstd -tq "$1" && zstd -dcq "$1" | sql -f - ;;
        esac
        """;

    public string Name => "PostgreSQL";

    public string DumpEnding => ".dump";

    public bool IsTransactional => true;

    public bool KeepsWritersOut => true;

    public IReadOnlyList<string> Look => ["sh", "-c", LookText, "sh", Facts];

    // A list of its contents shows only what an archive begins with; written out as SQL, it is read to its end.
    public IReadOnlyList<string> Check => ["sh", "-c", Begin + "exec pg_restore --file=/dev/null", "sh"];

    public IReadOnlyList<string> Feed => ["sh", "-c", FeedText, "sh"];

    public string FeedBefore => $"begin; select '{IDatabaseServer.FeedingMark}' || txid_current(); ";

    public string FeedAfter => $"\n;\ncommit;\n\\echo {IDatabaseServer.FedMark}\n";

    public IReadOnlyList<string> Dump(string database) => ["sh", "-c", DumpText, "sh", Connection(database)];

    public IReadOnlyList<string> Restore(string database, bool isThere) => ["sh", "-c", RestoreText, "sh", Connection(database), isThere ? "there" : "missing", WaitText, EndText, HoldText, BrokenText, database, IDatabaseServer.OverMark];

    public IReadOnlyList<string> RunScript(string path, string digest) => ["sh", "-c", ScriptText, "sh", path, digest];

    public IReadOnlyList<string>? FateOf(string transaction) => ["sh", "-c", FateText, "sh", transaction];

    public ServerFacts Read(string output)
    {
        try
        {
            var end = output.IndexOf('\n', StringComparison.Ordinal);
            using var document = JsonDocument.Parse(output[(end + 1)..]);
            var facts = document.RootElement;
            return new ServerFacts
            {
                Version = facts.GetProperty("version").GetString()!,
                Database = output[..Math.Max(end, 0)],
                Identity = facts.GetProperty("identity").GetString()!,
                MadeAt = DateTimeOffset.FromUnixTimeSeconds(facts.GetProperty("madeAt").GetInt64()),
                Connections = facts.GetProperty("connections").GetInt32(),
                ConnectionLimit = facts.GetProperty("limit").GetInt32(),
                Databases = [.. facts.GetProperty("databases").EnumerateArray().Select(one => new DatabaseSize(one.GetProperty("name").GetString()!, one.GetProperty("bytes").GetInt64()))],
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException("what the server told of itself cannot be understood", wrong);
        }
    }

    public string? HeldBy(IReadOnlyList<string> said) =>
        said.Any(line => line.StartsWith(LongMark, StringComparison.Ordinal)) ? IDatabaseServer.HeldLong
        : said.Any(line => line.EndsWith("ERROR:  deadlock detected", StringComparison.Ordinal)) ? "a client that had read from it in its transaction waited to write to it"
        : null;

    public int ErrorsIn(IReadOnlyList<string> said) => said.Count(line => Failed().IsMatch(line));

    public int? LineOf(IReadOnlyList<string> said) =>
        said.Select(line => Failed().Match(line)).LastOrDefault(found => found.Success) is { } last && int.TryParse(last.Groups["line"].Value, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // A name alone could be taken for a whole connection: the tools look for "=" and "://" in it.
    private static string Connection(string database) =>
        $"dbname='{database.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    // psql:/docker-entrypoint-initdb.d/02-more.sql:3: ERROR:  relation "a" already exists
    // psql:<stdin>:3: error: invalid command \x
    [GeneratedRegex(@"^psql:[^:]*:(?<line>\d+): (?:ERROR|FATAL|PANIC|error):")]
    private static partial Regex Failed();
}
