using System.Globalization;
using System.Text.RegularExpressions;

namespace Hale.Docker.Databases;

/// <summary>MySQL and MariaDB, over the socket in their container. Their changes of tables are in no transaction, so a restore that fails leaves a part.</summary>
internal sealed partial class MysqlServer : IDatabaseServer
{
    // MariaDB's image takes either name; a server without a password for root is entered as its own user.
    private const string Begin = """
        either() { eval "printf %s \"\${MARIADB_$1:-\${MYSQL_$1:-\$(cat \"\${MARIADB_$1_FILE:-\${MYSQL_$1_FILE:-/dev/null}}\")}}\""; }
        user=root
        database=$(either DATABASE)
        MYSQL_PWD=$(either ROOT_PASSWORD)
        [ -n "$MYSQL_PWD" ] || [ -z "$(either PASSWORD)" ] || { user=$(either USER); MYSQL_PWD=$(either PASSWORD); }
        export MYSQL_PWD
        client=$(command -v mariadb || command -v mysql) || { echo 'there is no mysql client in the container' >&2; exit 1; }

        """;

    private const string Facts = """
        select 'version', version(), '' union all
        select 'limit', @@max_connections, '' union all
        select 'connections', count(*) - 1, '' from information_schema.processlist where user <> 'event_scheduler' union all
        select 'made', coalesce(min(unix_timestamp(create_time)), 0), '' from information_schema.tables where table_schema = 'mysql' union all
        select 'database', s.schema_name, coalesce(sum(t.data_length + t.index_length), 0) from information_schema.schemata s
          left join information_schema.tables t on t.table_schema = s.schema_name
          where s.schema_name not in ('mysql', 'information_schema', 'performance_schema', 'sys') group by s.schema_name
        """;

    private const string LookText = Begin + """
        printf '%s\n' "$database"
        exec "$client" --user="$user" --batch --skip-column-names --execute="$1"
        """;

    private const string DumpText = Begin + """
        dump=$(command -v mariadb-dump || command -v mysqldump) || { echo 'there is no mysqldump in the container' >&2; exit 1; }
        exec "$dump" --user="$user" --single-transaction --routines --triggers --events -- "$1"
        """;

    private const string CheckText = """
        tail -c 200 | grep -q '^-- Dump completed'
        """;

    private const string RestoreText = Begin + """
        [ "$2" = there ] || "$client" --user="$user" --execute="create database \`$(printf %s "$1" | sed 's/`/``/g')\`" || exit
        exec "$client" --user="$user" --database="$1" --init-command='set session lock_wait_timeout = 60'
        """;

    private const string FeedText = Begin + """
        exec "$client" --user="$user" --database="$database"
        """;

    private const string ScriptText = IDatabaseServer.SameContent + Begin + """
        sql() { "$client" --user="$user" ${database:+--database="$database"}; }
        case $1 in
          *.sh)
            [ ! -x "$1" ] || exec "$1"
            command -v bash >/dev/null || { . "$1"; exit; }
            exec bash -eo pipefail -c '. "$1"' bash "$1" ;;
          *.sql) sql <"$1" ;;
          *.sql.gz) gunzip -t "$1" && gunzip -c "$1" | sql ;;
          *.sql.xz) xz -t "$1" && xz -dc "$1" | sql ;;
          *.sql.zst) zstd -tq "$1" && zstd -dcq "$1" | sql ;;
        esac
        """;

    public string Name => "MySQL or MariaDB";

    public string DumpEnding => ".sql";

    public bool IsTransactional => false;

    // What is locked for a session cannot be written out by another one, and each dump takes and gives back locks of its own.
    public bool KeepsWritersOut => false;

    public IReadOnlyList<string> Look => ["sh", "-c", LookText, "sh", Facts];

    public IReadOnlyList<string> Check => ["sh", "-c", CheckText, "sh"];

    public IReadOnlyList<string> Feed => ["sh", "-c", FeedText, "sh"];

    public string FeedBefore => "start transaction; ";

    public string FeedAfter => $"\ncommit;\nselect '{IDatabaseServer.FedMark}';\n";

    public IReadOnlyList<string> Dump(string database) => ["sh", "-c", DumpText, "sh", database];

    public IReadOnlyList<string> Restore(string database, bool isThere) => ["sh", "-c", RestoreText, "sh", database, isThere ? "there" : "missing"];

    public IReadOnlyList<string> RunScript(string path, string digest) => ["sh", "-c", ScriptText, "sh", path, digest];

    public IReadOnlyList<string>? FateOf(string transaction) => null;

    public ServerFacts Read(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries);
        var rows = lines.Skip(1).Select(line => line.Split('\t')).Where(row => row.Length >= 2).ToList();
        var made = NumberOf("made");
        return new ServerFacts
        {
            Version = TextOf("version"),
            Database = lines[0],
            Identity = TextOf("made"),
            MadeAt = made > 0 ? DateTimeOffset.FromUnixTimeSeconds(made) : null,
            Connections = (int)NumberOf("connections"),
            ConnectionLimit = (int)NumberOf("limit"),
            Databases = [.. rows.Where(row => row is ["database", _, _]).Select(row => new DatabaseSize(Plain(row[1]), Number(row[2]))).OrderBy(one => one.Name, StringComparer.Ordinal)],
        };

        string TextOf(string key) => rows.Find(row => row[0] == key)?[1] ?? throw new FormatException($"the server did not tell its {key}");

        long NumberOf(string key) => Number(TextOf(key));
    }

    public string? HeldBy(IReadOnlyList<string> said) => said.Any(line => line.Contains("Lock wait timeout exceeded", StringComparison.Ordinal)) ? IDatabaseServer.HeldLong : null;

    public int ErrorsIn(IReadOnlyList<string> said) => said.Count(line => Failed().IsMatch(line));

    public int? LineOf(IReadOnlyList<string> said) =>
        said.Select(line => Failed().Match(line)).LastOrDefault(found => found.Success) is { } last && int.TryParse(last.Groups["line"].Value, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // 1700000000.000000
    private static long Number(string text) => (long)double.Parse(text, CultureInfo.InvariantCulture);

    // In its batch mode the client writes these letters as two.
    private static string Plain(string name) => Escaped().Replace(name, found => found.Value[1] switch { 't' => "\t", 'n' => "\n", '0' => "\0", var other => $"{other}" });

    [GeneratedRegex(@"\\[tn0\\]")]
    private static partial Regex Escaped();

    // ERROR 1064 (42000) at line 3: You have an error in your SQL syntax
    [GeneratedRegex(@"^ERROR \d+ \([^)]*\) at line (?<line>\d+)")]
    private static partial Regex Failed();
}
