namespace Hale.Faults.Causes;

/// <summary>Reads the tracebacks of Python, chained and grouped ones too.</summary>
internal static class PythonTraces
{
    private const string Head = "Traceback (most recent call last):";

    public static IEnumerable<Trace> In(IReadOnlyList<string> lines)
    {
        var (chained, grouped) = (false, false);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            chained |= IsLink(line);
            if (!line.TrimEnd().EndsWith(Head, StringComparison.Ordinal))
            {
                continue;
            }

            var end = EndOf(lines, at);
            if (end is null)
            {
                continue;
            }

            // A group says how many errors it holds; each of them comes below with its own traceback, and the first is told.
            var group = lines[end.Value].Contains("sub-exception", StringComparison.Ordinal);
            if (!group)
            {
                yield return new Trace(at, end.Value, end.Value)
                {
                    Says = lines[end.Value].Trim(),
                    Frames = [.. lines.Skip(at + 1).Take(end.Value - at - 1).Where(IsFrame).Select(Frame.In).OfType<Frame>().Reverse()],
                    FollowsFromPrevious = chained,
                };
            }

            // The errors of a group stand side by side: those after the first count as what came of it.
            (chained, grouped) = (grouped && !group, grouped || group);
            at = end.Value;
        }
    }

    private static bool IsLink(string line) =>
        line.Contains("During handling of the above exception", StringComparison.Ordinal) || line.Contains("was the direct cause of the following exception", StringComparison.Ordinal);

    private static bool IsFrame(string line) => line.TrimStart().StartsWith("File \"", StringComparison.Ordinal);

    private static int? EndOf(IReadOnlyList<string> lines, int head)
    {
        var indent = Indent(lines[head]);
        for (var at = head + 1; at < lines.Count; at++)
        {
            if (lines[at].Trim().Length > 0 && Indent(lines[at]) <= indent)
            {
                return at;
            }
        }

        return null;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
