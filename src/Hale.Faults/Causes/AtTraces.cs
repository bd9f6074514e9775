using System.Text.RegularExpressions;

namespace Hale.Faults.Causes;

/// <summary>Reads the stack traces whose frames begin with "at": those of Node, Java and .NET, with their inner causes.</summary>
internal static partial class AtTraces
{
    private const int MostBefore = 6;

    public static IEnumerable<Trace> In(IReadOnlyList<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (!IsFrame(lines[at]) || HeadOf(lines, at) is not { } head)
            {
                continue;
            }

            var end = at;
            while (end + 1 < lines.Count && (IsFrame(lines[end + 1]) || More().IsMatch(lines[end + 1])))
            {
                end++;
            }

            var inner = Inner().Match(lines[head]);
            if (!lines[head].Contains("Emitted 'error' event", StringComparison.Ordinal) && !lines[head].Contains("--- End of", StringComparison.Ordinal))
            {
                yield return new Trace(head, head, end)
                {
                    Says = (inner.Success ? lines[head][inner.Length..] : lines[head]).Trim(),
                    Frames = [.. lines.Skip(at).Take(end - at + 1).Where(line => !Library().IsMatch(line)).Select(Frame.In).OfType<Frame>(), .. Excerpt(lines, head)],
                };
            }

            at = end;
        }
    }

    private static bool IsFrame(string line) => FrameLine().IsMatch(line);

    // Between an error and its frames Node may list who required the module.
    private static int? HeadOf(IReadOnlyList<string> lines, int frame)
    {
        var head = frame - 1;
        while (head >= 0 && (lines[head].Trim().Length == 0 || lines[head].StartsWith("- ", StringComparison.Ordinal) || lines[head].StartsWith("Require stack", StringComparison.Ordinal) || More().IsMatch(lines[head])))
        {
            head--;
        }

        return head < 0 || Numbered().IsMatch(lines[head]) ? null : head;
    }

    // Node shows the line that throws, or that it cannot parse, above the error: "/srv/a.js:2", the line itself, a caret.
    private static IEnumerable<Frame> Excerpt(IReadOnlyList<string> lines, int head)
    {
        for (var at = head - 1; at >= 0 && at >= head - MostBefore; at--)
        {
            if (!lines[at].StartsWith(' ') && !lines[at].StartsWith("node:", StringComparison.Ordinal) && lines[at].Contains('/', StringComparison.Ordinal) && Frame.In(lines[at]) is { } frame && lines[at].EndsWith($":{frame.Line}", StringComparison.Ordinal))
            {
                yield return frame;
            }
        }
    }

    [GeneratedRegex(@"^\s+at \S")]
    private static partial Regex FrameLine();

    [GeneratedRegex(@"^\s*(?:\.\.\. \d+ (?:more|common|lines? matching)|Suppressed:)")]
    private static partial Regex More();

    // A backtrace of Rust numbers its frames.
    [GeneratedRegex(@"^\s*\d+: ")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*(?:Caused by: |\[cause\]: |---> )")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^\s+at (?:async )?(?:java|javax|jdk|sun|org\.springframework|org\.apache|org\.hibernate|System|Microsoft)\.|\(node:")]
    private static partial Regex Library();
}
