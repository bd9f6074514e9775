using System.Text.Json.Serialization;

namespace Hale.Docker.Databases;

/// <summary>What the databases of a server held at a moment.</summary>
public sealed record Snapshot
{
    /// <summary>The snapshot's name, which is that of its folder.</summary>
    public required string Name { get; init; }

    public required string Service { get; init; }

    /// <summary>The kind of server, such as <c>postgres</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The server's version.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required IReadOnlyList<SnapshotPart> Databases { get; init; }

    /// <summary>The SHA-256 of each script for the first start that had run, as it then was, by its name; null where that was not known.</summary>
    public IReadOnlyDictionary<string, string>? Scripts { get; init; }

    [JsonIgnore]
    public long Bytes => Databases.Sum(part => part.Bytes);
}

/// <summary>A database in a snapshot.</summary>
/// <param name="Database">Its name.</param>
/// <param name="Bytes">The size of its file.</param>
/// <param name="Digest">The file's SHA-256.</param>
public sealed record SnapshotPart(string Database, long Bytes, string Digest);

/// <summary>The list of a snapshot's contents, written by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Snapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
