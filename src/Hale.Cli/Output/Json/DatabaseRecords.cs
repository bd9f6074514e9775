using Hale.Cli.Runs;
using Hale.Docker.Databases;

namespace Hale.Cli.Output.Json;

/// <summary>A database server; <c>unknown</c> is there where it cannot be told which scripts it ran.</summary>
internal sealed record DatabaseRecord(
    string Service, string Server, string Version, string Default, DateTimeOffset? MadeAt, int Connections, int ConnectionLimit,
    IReadOnlyList<DatabaseShape> Databases, IReadOnlyList<InitScriptShape> Scripts, string? Unknown) : JsonRecord;

/// <summary>A database of a server.</summary>
internal sealed record DatabaseShape(string Name, long Bytes);

/// <summary>A script for a server's first start; <c>ran</c> is left out where it cannot be told.</summary>
internal sealed record InitScriptShape(string Name, string File, DateTimeOffset ChangedAt, bool? Ran);

/// <summary>A snapshot of a server's databases.</summary>
internal sealed record SnapshotRecord(string Name, string Service, string Version, DateTimeOffset TakenAt, string Folder, long Bytes, IReadOnlyList<DatabaseShape> Databases) : JsonRecord;

/// <summary>Makes the records of <c>hale db status</c>.</summary>
internal static class DatabaseRecords
{
    public static DatabaseRecord Of(DatabaseReport report) => new(
        report.Service,
        report.Server,
        report.Facts.Version,
        report.Facts.Database,
        report.Facts.MadeAt,
        report.Facts.Connections,
        report.Facts.ConnectionLimit,
        [.. report.Facts.Databases.Select(one => new DatabaseShape(one.Name, one.Bytes))],
        [.. report.Scripts.Select(script => new InitScriptShape(script.Name, script.Source, script.ChangedAt, script.Ran))],
        report.Unknown);

    public static SnapshotRecord Of(Snapshot snapshot) => new(
        snapshot.Name, snapshot.Service, snapshot.Version, snapshot.TakenAt, SnapshotShelf.FolderOf(snapshot.Name), snapshot.Bytes, [.. snapshot.Databases.Select(part => new DatabaseShape(part.Database, part.Bytes))]);
}
