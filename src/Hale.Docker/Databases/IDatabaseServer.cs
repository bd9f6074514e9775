namespace Hale.Docker.Databases;

/// <summary>
/// A kind of database server: the commands that its own container carries out, as data. Each is fixed text with the names of databases and files as
/// arguments; who logs in, and with which password, the container's own environment says.
/// </summary>
internal interface IDatabaseServer
{
    /// <summary>The server's name for people.</summary>
    string Name { get; }

    /// <summary>The ending of the file that holds a database.</summary>
    string DumpEnding { get; }

    /// <summary>True when a restore or SQL that fails, or is broken off, leaves the database as it was.</summary>
    bool IsTransactional { get; }

    /// <summary>True when a restore, before it reads the dump, keeps others from writing and prints <see cref="HeldMark"/> with the number of its transaction.</summary>
    bool KeepsWritersOut { get; }

    /// <summary>Prints what <see cref="Read"/> understands.</summary>
    IReadOnlyList<string> Look { get; }

    /// <summary>Reads a dump from standard input to its end and fails where it is no whole one.</summary>
    IReadOnlyList<string> Check { get; }

    /// <summary>Carries out SQL from standard input in the database of the container's environment; what lies between <see cref="FeedBefore"/> and <see cref="FeedAfter"/> counts as a whole.</summary>
    IReadOnlyList<string> Feed { get; }

    /// <summary>Stands before the SQL, on its first line, so that lines keep their numbers; prints <see cref="FeedingMark"/> with the number of the transaction where there is one.</summary>
    string FeedBefore { get; }

    /// <summary>Stands behind the SQL, and prints <see cref="FedMark"/> once all of it is done.</summary>
    string FeedAfter { get; }

    /// <summary>Writes a database to standard output.</summary>
    IReadOnlyList<string> Dump(string database);

    /// <summary>Replaces a database with the dump on standard input; prints <see cref="OverMark"/> where it fails, for it may wait for the dump then.</summary>
    /// <param name="database">The database.</param>
    /// <param name="isThere">False when it has to be made first; it goes again when the restore fails.</param>
    IReadOnlyList<string> Restore(string database, bool isThere);

    /// <summary>Runs a script for the first start as the server's image would; ends with <see cref="OtherContent"/> where the container sees other content.</summary>
    /// <param name="path">The script in the container.</param>
    /// <param name="digest">The SHA-256 of what it is expected to be.</param>
    IReadOnlyList<string> RunScript(string path, string digest);

    /// <summary>Ends who is still in a transaction, and prints what became of it: <c>committed</c>, <c>aborted</c>, or another word; null on a server that does not tell.</summary>
    IReadOnlyList<string>? FateOf(string transaction);

    /// <summary>Understands what <see cref="Look"/> printed.</summary>
    /// <exception cref="FormatException">It is not what was expected.</exception>
    ServerFacts Read(string output);

    /// <summary>In which way others stood in a restore's way, by what it said; null where they did not.</summary>
    string? HeldBy(IReadOnlyList<string> said);

    /// <summary>How many errors are told in what was said of SQL.</summary>
    int ErrorsIn(IReadOnlyList<string> said);

    /// <summary>The line of the SQL, counted from 1, at which it failed, by what was said; null when nothing tells.</summary>
    int? LineOf(IReadOnlyList<string> said);

    /// <summary>The exit code that says: the container sees another content of the script.</summary>
    const int OtherContent = 93;

    /// <summary>What is printed once all of the SQL is done.</summary>
    const string FedMark = "hale: all of it is done";

    /// <summary>Begins what is printed before SQL is carried out.</summary>
    const string FeedingMark = "hale: fed in transaction ";

    /// <summary>Begins what is printed once nobody else writes to a database.</summary>
    const string HeldMark = "hale: held by transaction ";

    /// <summary>What is printed once a restore has failed.</summary>
    const string OverMark = "hale: it is over";

    /// <summary>That others held something for longer than they are waited for.</summary>
    const string HeldLong = "others held a part of it for longer than a minute";

    /// <summary>Ends with <see cref="OtherContent"/> unless the file <c>$1</c> has the SHA-256 <c>$2</c>; <c>sha256sum</c> is of coreutils and of busybox.</summary>
    const string SameContent = """
        [ "$(sha256sum <"$1" | cut -c 1-64)" = "$2" ] || exit 93

        """;
}

/// <summary>What a database server tells of itself.</summary>
public sealed record ServerFacts
{
    public required string Version { get; init; }

    /// <summary>The database that the container's environment names.</summary>
    public required string Database { get; init; }

    /// <summary>What its data directory is known by: another one has another.</summary>
    public required string Identity { get; init; }

    /// <summary>The second in which its data directory was made; null when that cannot be told.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The clients that are connected, without the one that asked.</summary>
    public int Connections { get; init; }

    public int ConnectionLimit { get; init; }

    /// <summary>The databases that are no templates and none of the server's own.</summary>
    public IReadOnlyList<DatabaseSize> Databases { get; init; } = [];
}

/// <summary>A database and the bytes that it takes.</summary>
public sealed record DatabaseSize(string Name, long Bytes);
