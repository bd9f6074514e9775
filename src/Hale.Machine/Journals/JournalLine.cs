using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Faults;

namespace Hale.Machine.Journals;

/// <summary>One line of the journal: an act that begins, or how it ended.</summary>
internal sealed record JournalLine
{
    /// <summary>The number that the two lines of an act share.</summary>
    public required long Entry { get; init; }

    public required DateTimeOffset At { get; init; }

    public Beginning? Begin { get; init; }

    public Ending? End { get; init; }
}

/// <summary>What is about to be done, and why.</summary>
internal sealed record Beginning(string Fault, string Subject, string Says, Act Act);

/// <summary>How it ended, and how to take it back.</summary>
internal sealed record Ending(bool Done, string Says, string? Undo);

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
