using System.Security.Cryptography;
using System.Text.Json;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Databases;

/// <summary>
/// The scripts for a database's first start that the project mounts, and which of them its data directory never ran: those that were made or changed after it
/// was made, but for those that Hale ran since. Once a snapshot was put back, times tell nothing any more, and what that snapshot kept of it holds.
/// </summary>
/// <param name="folder">The project's folder for Hale's own files.</param>
public sealed class InitScripts(IStateFolder folder)
{
    /// <summary>Where the images of PostgreSQL, MySQL and MariaDB look for them.</summary>
    public const string Place = "/docker-entrypoint-initdb.d";

    private const int Most = 500;

    private static readonly string[] Endings = [".sh", ".sql", ".sql.gz", ".sql.xz", ".sql.zst"];

    /// <summary>The scripts of a service, in the order in which they run.</summary>
    /// <param name="service">The database's service.</param>
    /// <param name="identity">What its data directory is known by.</param>
    /// <param name="madeAt">The second in which that was made; null when it is not known, so that nothing is either.</param>
    /// <exception cref="IOException">A script cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of a right.</exception>
    public IReadOnlyList<InitScript> Of(Service service, string identity, DateTimeOffset? madeAt)
    {
        var known = Known(service.Name, identity);
        var scripts = service.Mounts
            .Where(mount => mount is { Kind: "bind", Source.Length: > 0 })
            .SelectMany(FilesOf)
            .Where(file => Endings.Any(ending => file.Target.EndsWith(ending, StringComparison.Ordinal)))
            .DistinctBy(file => file.Target)
            .OrderBy(file => file.Target, StringComparer.Ordinal)
            .Take(Most)
            .Select(file => Script(file.Target, file.Source, known, madeAt))
            .ToList();
        Remember(service.Name, identity, scripts.Where(script => script.Ran is true));
        return scripts;
    }

    /// <summary>What a data directory is known to have run.</summary>
    public RanScripts Known(string service, string identity)
    {
        try
        {
            return folder.ReadKept(FileOf(service)) is { } text && JsonSerializer.Deserialize(text, RanScriptsJson.Default.RanScripts) is { Scripts: not null } kept && kept.Identity == identity
                ? kept
                : new RanScripts(identity, new Dictionary<string, string>());
        }
        catch (JsonException)
        {
            return new RanScripts(identity, new Dictionary<string, string>());
        }
    }

    /// <summary>Notes that a data directory has run scripts as they are now.</summary>
    public void Remember(string service, string identity, IEnumerable<InitScript> scripts)
    {
        var before = Known(service, identity);
        var now = new Dictionary<string, string>(before.Scripts);
        foreach (var script in scripts)
        {
            now[script.Name] = script.Digest;
        }

        if (now.Count != before.Scripts.Count || now.Any(pair => before.Scripts.GetValueOrDefault(pair.Key) != pair.Value))
        {
            Keep(service, before with { Scripts = now });
        }
    }

    /// <summary>Keeps what a data directory is known to have run, in place of what was known before.</summary>
    public void Keep(string service, RanScripts known) => folder.TryWrite(FileOf(service), JsonSerializer.Serialize(known, RanScriptsJson.Default.RanScripts));

    /// <summary>Whether a data directory ran a script; null when that cannot be told.</summary>
    /// <param name="remembered">The digest with which it is known to have run; null when it is not.</param>
    /// <param name="others">What holds of a script that is not known to have run.</param>
    /// <param name="digest">Its digest now.</param>
    /// <param name="changedAt">When it was made or last changed, whichever is later.</param>
    /// <param name="madeAt">The second in which the data directory was made.</param>
    internal static bool? Ran(string? remembered, OtherScripts others, string digest, DateTimeOffset changedAt, DateTimeOffset? madeAt) =>
        remembered == digest ? true
        : others is OtherScripts.NeverRan ? false
        : others is OtherScripts.Unknown || madeAt is not { } made ? null
        // That second goes on until the next one.
        : changedAt < made.AddSeconds(1);

    private static IEnumerable<(string Target, string Source)> FilesOf(Mount mount)
    {
        var target = mount.Target.TrimEnd('/');
        return target == Place ? (Directory.Exists(mount.Source) ? new DirectoryInfo(mount.Source).EnumerateFiles().Select(file => ($"{Place}/{file.Name}", file.FullName)) : [])
            : target.StartsWith($"{Place}/", StringComparison.Ordinal) && !target[(Place.Length + 1)..].Contains('/', StringComparison.Ordinal) && File.Exists(mount.Source) ? [(target, mount.Source)]
            : [];
    }

    private static InitScript Script(string target, string source, RanScripts known, DateTimeOffset? madeAt)
    {
        var file = new FileInfo(source);
        var name = target[(Place.Length + 1)..];
        var digest = DigestOf(file);
        var changedAt = new DateTimeOffset(file.LastWriteTimeUtc > file.CreationTimeUtc ? file.LastWriteTimeUtc : file.CreationTimeUtc);
        return new InitScript(name, target, source)
        {
            ChangedAt = changedAt,
            Digest = digest,
            Ran = Ran(known.Scripts.GetValueOrDefault(name), known.Others, digest, changedAt, madeAt),
        };
    }

    // A pipe in its place has no length, and whoever reads it waits for a writer.
    private static string DigestOf(FileInfo file)
    {
        if (file.Length == 0)
        {
            return Convert.ToHexStringLower(SHA256.HashData([]));
        }

        using var content = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static string FileOf(string service) => $"databases/{service}.json";
}

/// <summary>A script for a database's first start.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Target">Where it is in the container.</param>
/// <param name="Source">Where it is on this machine.</param>
public sealed record InitScript(string Name, string Target, string Source)
{
    /// <summary>When it was made or last changed, whichever is later.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The SHA-256 of its content.</summary>
    public required string Digest { get; init; }

    /// <summary>Whether the data directory ran it as it is now; null when that cannot be told.</summary>
    public bool? Ran { get; init; }
}
