using System.Globalization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Causes;

/// <summary>Where a failure began that no fault of the catalogue explains, as far as the output tells.</summary>
internal sealed record Origin
{
    /// <summary>The first line that says why; null when nothing was printed.</summary>
    public string? Line { get; init; }

    /// <summary>The innermost place in the sources that it names: in a file of the project where that can be told, as it was printed elsewhere; null when it names none.</summary>
    public Frame? Place { get; init; }

    /// <summary>True when the place is in a file of the project.</summary>
    public bool InProject { get; init; }

    /// <summary>The services that wait for the one that failed, directly or not.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];
}

/// <summary>Finds where a failure began that no fault of the catalogue explains.</summary>
internal static class Origins
{
    private const int LongestLine = 300;

    /// <summary>The reading that tells which files of the project are meant.</summary>
    public const Needs Needs = Kernel.Faults.Needs.Places;

    /// <summary>Reads what was printed, and who waits.</summary>
    /// <param name="evidence">All that was seen.</param>
    /// <param name="service">The service that failed; null when it was the stack as a whole.</param>
    /// <param name="output">What was printed, oldest first.</param>
    public static Origin Of(Evidence evidence, string? service, IReadOnlyList<string> output)
    {
        var cause = FirstCause.In(output);
        var own = (cause?.Frames ?? []).Select(frame => evidence.Places.Known?.Of(service, frame.File) is { } file ? frame with { File = file } : null).FirstOrDefault(frame => frame is not null);
        return new Origin
        {
            Line = cause is null ? null : Cut(cause.Says),
            Place = own ?? (cause is { Frames: [var inner, ..] } ? inner : null),
            InProject = own is not null,
            Waiting = WaitingFor(evidence.Model.Known?.Stack, service),
        };
    }

    /// <summary>What a container of this service was doing when it ended, in words that begin a sentence: a one-shot's work where others wait for its end.</summary>
    public static string Subject(Evidence evidence, string service) =>
        evidence.Model.Known?.Stack?.Services.Any(other => other.DependsOn.Any(on => on.Service == service && on.Condition is DependencyCondition.CompletedSuccessfully)) is true
            ? $"the one-shot '{service}'" : $"'{service}'";

    /// <summary>Line, place and who waits, in words that go on a sentence.</summary>
    public static string Words(Origin origin)
    {
        var line = origin.Line is { } said ? $": '{said}'" : " and printed nothing that says why";
        var place = origin.Place is { } at && !(origin.Line ?? "").Contains($"{at.File}:{Number(at.Line)}", StringComparison.Ordinal)
            ? $", in {at.File}{(origin.InProject ? ":" : " line ")}{Number(at.Line)}" : "";
        return line + place + WaitWords(origin);
    }

    /// <summary>Who waits for it, in words that end a sentence; empty when nobody does.</summary>
    public static string WaitWords(Origin origin) => origin.Waiting.Count == 0 ? "" : $"; {string.Join(", ", origin.Waiting.Select(name => $"'{name}'"))} {(origin.Waiting.Count == 1 ? "waits" : "wait")} for it";

    private static List<string> WaitingFor(Stack? stack, string? service)
    {
        var waiting = new List<string>();
        var next = new Queue<string>(service is null ? [] : [service]);
        while (next.TryDequeue(out var name))
        {
            foreach (var other in (stack?.Services ?? []).Where(one => one.DependsOn.Any(on => on.Service == name) && !waiting.Contains(one.Name)))
            {
                waiting.Add(other.Name);
                next.Enqueue(other.Name);
            }
        }

        return waiting;
    }

    private static string Cut(string line) => line.Length > LongestLine ? $"{line[..LongestLine]}…" : line;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
