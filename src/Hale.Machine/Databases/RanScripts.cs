using System.Text.Json.Serialization;

namespace Hale.Machine.Databases;

/// <summary>The scripts that a data directory is known to have run.</summary>
/// <param name="Identity">What the data directory is known by.</param>
/// <param name="Scripts">The digest of each, by its name.</param>
public sealed record RanScripts(string Identity, IReadOnlyDictionary<string, string> Scripts)
{
    /// <summary>What holds of every script that is not among them.</summary>
    public OtherScripts Others { get; init; }

    /// <summary>After a snapshot was put back: what it kept of this.</summary>
    /// <param name="identity">What the data directory is known by.</param>
    /// <param name="scripts">The digest of each script that had run; null where the snapshot does not tell.</param>
    public static RanScripts PutBack(string identity, IReadOnlyDictionary<string, string>? scripts) =>
        new(identity, scripts ?? new Dictionary<string, string>()) { Others = scripts is null ? OtherScripts.Unknown : OtherScripts.NeverRan };
}

/// <summary>What holds of a script that is not known to have run.</summary>
public enum OtherScripts
{
    /// <summary>It ran when it is older than the data directory.</summary>
    RanWhenOlder,

    /// <summary>It did not run: the data are those of a snapshot that tells which had.</summary>
    NeverRan,

    /// <summary>That cannot be told: the data are those of a snapshot that does not tell which had run.</summary>
    Unknown,
}

/// <summary>How they are kept, written by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RanScripts))]
internal sealed partial class RanScriptsJson : JsonSerializerContext;
