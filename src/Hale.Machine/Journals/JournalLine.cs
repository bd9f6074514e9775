using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Journals;

/// <summary>One line of the journal: an act that begins, how it ended, or that it was taken back.</summary>
internal sealed record JournalLine
{
    /// <summary>The number that the lines of an act share.</summary>
    public required long Entry { get; init; }

    public required DateTimeOffset At { get; init; }

    public Beginning? Begin { get; init; }

    public Ending? End { get; init; }

    public TakenBack? Undone { get; init; }

    /// <summary>False when a part is missing that Hale always writes, as in a line that somebody else wrote.</summary>
    [JsonIgnore]
    public bool IsWhole =>
        Begin is null or { Fault: not null, Subject: not null, Says: not null, Act: not null, Run: not null, Does: not null, Kept: not null }
        && End is null or { Says: not null, After: not null, Overlay: not null };
}

/// <summary>What is about to be done, and why.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Says">The cause.</param>
/// <param name="Act">The act.</param>
internal sealed record Beginning(string Fault, string Subject, string Says, Act Act)
{
    /// <summary>The run that the act belongs to: the moment in which its first act began.</summary>
    public string Run { get; init; } = "";

    /// <summary>What the act says of itself.</summary>
    public string Does { get; init; } = "";

    /// <summary>The files that the act may change, as they were.</summary>
    public IReadOnlyList<KeptFile> Kept { get; init; } = [];

    /// <summary>The command that takes it back, as far as it was known before; null where it was not.</summary>
    public string? Undo { get; init; }
}

/// <summary>A file of the project before an act.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Original">Where its original is kept, relative to <c>.hale</c>; null when there was no such file.</param>
internal sealed record KeptFile(string Path, string? Original);

/// <summary>How an act ended, and how to take it back.</summary>
internal sealed record Ending(bool Done, string Says, string? Undo)
{
    /// <summary>The files as they were after it, each with the digest of its content; null for one that is not there.</summary>
    public IReadOnlyDictionary<string, string?> After { get; init; } = new Dictionary<string, string?>();

    /// <summary>What it kept of a volume.</summary>
    public KeptVolume? Volume { get; init; }

    /// <summary>The lines that it brought into the overlay.</summary>
    public IReadOnlyList<OverlayLine> Overlay { get; init; } = [];
}

/// <summary>That an act was taken back.</summary>
internal sealed record TakenBack(string Says);

/// <summary>The journal's JSON, written by the compiler.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(CamelCase<Risk>), typeof(CamelCase<PackageSourceKind>), typeof(CamelCase<DaemonStarter>)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext;

/// <summary>Writes the names of an enumeration as every other name in the file.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
