namespace Hale.Kernel.Stacks;

/// <summary>Everything that Hale asks Compose to do differently from what the project's files say. Empty when nothing is wrong.</summary>
public sealed record Overlay
{
    public static Overlay Empty { get; } = new();

    public IReadOnlyList<OverlayLine> Lines { get; init; } = [];

    public bool IsEmpty => Lines.Count == 0;

    /// <summary>This overlay without the lines for the same places as these.</summary>
    public Overlay Without(IEnumerable<OverlayLine> less)
    {
        var places = less.Select(PlaceOf).ToHashSet();
        return new() { Lines = [.. Lines.Where(line => !places.Contains(PlaceOf(line)))] };
    }

    /// <summary>This overlay with more lines; a line for the same place takes the place of the older one.</summary>
    public Overlay With(IEnumerable<OverlayLine> more) => new()
    {
        Lines =
        [
            .. Lines.Concat(more)
                .GroupBy(PlaceOf)
                .Select(same => same.Last())
                .OrderBy(line => line.Service, StringComparer.Ordinal)
                .ThenBy(line => string.Join('\0', line.Path), StringComparer.Ordinal),
        ],
    };

    private static (string Service, string Path, string? Part) PlaceOf(OverlayLine line) => (line.Service, string.Join('\0', line.Path), line.Part);
}

/// <summary>One setting of the overlay.</summary>
public sealed record OverlayLine
{
    /// <summary>In the place of a service: the line is one of the file's top level, such as a volume's name.</summary>
    public const string TopLevel = "";

    /// <summary>The service, or <see cref="TopLevel"/>.</summary>
    public required string Service { get; init; }

    /// <summary>The keys from the service, or from the top, down to the setting, such as <c>build</c>, <c>additional_contexts</c>, <c>node:20-slim</c>.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>The value: one for a scalar; see <see cref="IsList"/> for a list.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>For a list that several lines add to: which of them this is, such as <c>certificates</c>; null where there is one.</summary>
    public string? Part { get; init; }

    /// <summary>True when the values are added to (or, with <see cref="Replaces"/>, take the place of) a list.</summary>
    public bool IsList { get; init; }

    /// <summary>True when the setting takes the place of the user's (<c>!override</c>) where Compose would merge.</summary>
    public bool Replaces { get; init; }

    /// <summary>The reason, in one sentence, printed beside the line.</summary>
    public required string Because { get; init; }

    /// <summary>The fault that asked for it: filled in by the loop, which knows it.</summary>
    public string Fault { get; init; } = "";

    /// <summary>
    /// A digest of what the project's own files said at this place when the line was made; null until they were looked at. A line holds only as
    /// long as they say the same.
    /// </summary>
    public string? Was { get; init; }
}
