using System.Text.RegularExpressions;

namespace Hale.Faults.Causes;

/// <summary>The line of an output that says why: the first that is no consequence, and where in the sources it points.</summary>
/// <param name="Says">What it says.</param>
/// <param name="Frames">The places that it names, innermost first, without those of languages and packages.</param>
public sealed partial record FirstCause(string Says, IReadOnlyList<Frame> Frames)
{
    // What is said just before the last word led to it; what was said long before may have passed.
    private const int JustBefore = 6;
    private const int LongAfter = 10;

    /// <summary>The cause in these lines, oldest first; null when they say nothing but consequences.</summary>
    public static FirstCause? In(IReadOnlyList<string> output)
    {
        var grouped = output.Any(line => line.Contains("Exception Group Traceback", StringComparison.Ordinal));
        IReadOnlyList<string> lines = [.. output.Select(line => NpmFrame().Replace(grouped ? Bars().Replace(line, "") : line, "").TrimEnd())];
        var weights = lines.Select(Weights.Of).ToList();
        var traces = PythonTraces.In(lines).Concat(AtTraces.In(lines)).Concat(OtherTraces.In(lines)).OrderBy(trace => trace.First).ToList();
        var root = Trace.RootOf(traces);
        var word = LastWord(weights);
        return root is not null && !(word is { } at && weights[at] is Weight.Fatal && at > root.Last + LongAfter)
            ? new FirstCause(root.Says, Own(root.Frames))
            : word is { } line ? new FirstCause(Whole(lines, line), Own(Around(lines, line))) : null;
    }

    private static int? LastWord(List<Weight> weights)
    {
        foreach (var weight in (Weight[])[Weight.Fatal, Weight.Error, Weight.Complaint])
        {
            if (weights.IndexOf(weight) is >= 0 and var at)
            {
                var before = weights.FindIndex(Math.Max(0, at - JustBefore), Math.Min(at, JustBefore), one => one is Weight.Error);
                return weight is Weight.Fatal && before >= 0 ? before : at;
            }
        }

        return weights.LastIndexOf(Weight.Plain) is >= 0 and var last ? last : null;
    }

    // "CMake Error at CMakeLists.txt:3 (find_package):" and "Err:1 http://…" say what is wrong in the line below.
    private static string Whole(IReadOnlyList<string> lines, int at)
    {
        var goesOn = at + 1 < lines.Count && lines[at + 1].StartsWith(' ') && lines[at + 1].Trim().Length > 0
            && (lines[at].TrimEnd().EndsWith(':') || lines[at].StartsWith("Err:", StringComparison.Ordinal));
        return Prefixes().Replace(goesOn ? $"{lines[at].Trim()} {lines[at + 1].Trim()}" : lines[at].Trim(), "");
    }

    private static IEnumerable<Frame> Around(IReadOnlyList<string> lines, int at)
    {
        var below = at + 1 < lines.Count && lines[at + 1].TrimStart().StartsWith("-->", StringComparison.Ordinal) ? at + 1 : at;
        int[] places = [at, below, .. Enumerable.Range(1, 4).Select(back => at - back).Where(one => one >= 0 && lines[one].TrimStart().StartsWith("File \"", StringComparison.Ordinal))];
        return places.Select(one => Frame.In(lines[one])).OfType<Frame>();
    }

    private static IReadOnlyList<Frame> Own(IEnumerable<Frame> frames) => [.. frames.Where(frame => !frame.IsForeign).Distinct()];

    // The bars beside a group of errors in Python.
    [GeneratedRegex(@"^(?:\s*[|+](?:-\+-+.*|-+.*)?)+ ?")]
    private static partial Regex Bars();

    // npm's mark before what JavaScript prints of an error.
    [GeneratedRegex(@"^npm (?:error|ERR!) (?=    at |\w*Error: )")]
    private static partial Regex NpmFrame();

    // What stands before the cause in the same line.
    [GeneratedRegex(@"^npm (?:error|ERR!) (?:[a-z]+ (?=[A-Z]))?|^(?:Error response from daemon: )?(?:driver failed programming external connectivity on endpoint \S+(?: \([0-9a-f]+\))?: )?")]
    private static partial Regex Prefixes();
}
