using System.Text.RegularExpressions;

namespace Hale.Faults.Causes;

/// <summary>Reads what Go, Ruby, Rust and PHP print when a program ends of an error, and what Node prints of one that is no error object.</summary>
internal static partial class OtherTraces
{
    private const int MostFrames = 60;

    public static IEnumerable<Trace> In(IReadOnlyList<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if ((Go(lines, at) ?? Ruby(lines, at) ?? Rust(lines, at) ?? Php(lines, at) ?? Thrown(lines, at)) is { } trace)
            {
                yield return trace;
                at = trace.Last;
            }
        }
    }

    // panic: assignment to entry in nil map      goroutine 1 [running]:
    private static Trace? Go(IReadOnlyList<string> lines, int at) =>
        (lines[at].StartsWith("panic: ", StringComparison.Ordinal) || lines[at].StartsWith("fatal error: ", StringComparison.Ordinal))
        && lines.Skip(at + 1).Take(8).Any(line => line.StartsWith("goroutine ", StringComparison.Ordinal))
            ? new Trace(at, at, LastOf(lines, at, line => line.Length == 0 || char.IsWhiteSpace(line[0]) || line.EndsWith(')') || line.StartsWith("goroutine ", StringComparison.Ordinal)))
            {
                Says = lines[at].Trim(),
                Frames = Frames(lines.Skip(at + 1).Take(MostFrames).Where(line => line.StartsWith('\t'))),
            }
            : null;

    // /srv/boot.rb:2:in `connect': no such host: db (RuntimeError)      	from /srv/boot.rb:6:in `<main>'
    private static Trace? Ruby(IReadOnlyList<string> lines, int at) =>
        RubyHead().Match(lines[at]) is { Success: true } head && LastOf(lines, at, line => line.StartsWith("\tfrom ", StringComparison.Ordinal)) is var last
            ? new Trace(at, at, last)
            {
                Says = head.Groups["says"].Value,
                Frames = Frames(lines.Skip(at).Take(last - at + 1)),
            }
            : null;

    // thread 'main' panicked at src/main.rs:2:35:      and what it says in the line below
    private static Trace? Rust(IReadOnlyList<string> lines, int at) =>
        RustHead().IsMatch(lines[at]) && at + 1 < lines.Count
            ? new Trace(at, at + 1, LastOf(lines, at + 1, line => line.StartsWith(' ') || line.StartsWith("stack backtrace", StringComparison.Ordinal)))
            {
                Says = lines[at + 1].Trim(),
                Frames = Frames([lines[at]]),
            }
            : null;

    // PHP Fatal error:  Uncaught Exception: no table in /app/a.php:3      #0 /app/a.php(9): f()
    private static Trace? Php(IReadOnlyList<string> lines, int at) =>
        lines[at].Contains("Fatal error: ", StringComparison.Ordinal) && lines[at].Contains(".php", StringComparison.Ordinal)
            ? new Trace(at, at, LastOf(lines, at, line => line.StartsWith('#') || line.StartsWith("Stack trace", StringComparison.Ordinal) || line.StartsWith("  thrown in", StringComparison.Ordinal)))
            {
                Says = lines[at].Trim(),
                Frames = Frames([lines[at]]),
            }
            : null;

    // /srv/a.js:1      throw "a plain string";      ^      a plain string
    private static Trace? Thrown(IReadOnlyList<string> lines, int at) =>
        at + 3 < lines.Count && lines[at].StartsWith('/') && lines[at + 2].Trim() == "^" && lines[at + 3].Trim().Length > 0
            ? new Trace(at, at + 3, at + 3) { Says = lines[at + 3].Trim(), Frames = Frames([lines[at]]) }
            : null;

    private static int LastOf(IReadOnlyList<string> lines, int first, Func<string, bool> belongs)
    {
        var last = first;
        while (last + 1 < lines.Count && belongs(lines[last + 1]))
        {
            last++;
        }

        return last;
    }

    private static IReadOnlyList<Frame> Frames(IEnumerable<string> lines) => [.. lines.Select(Frame.In).OfType<Frame>()];

    [GeneratedRegex(@"^\S+:\d+:in [`'][^']*': (?<says>.+ \([A-Z][\w:]*\))$")]
    private static partial Regex RubyHead();

    [GeneratedRegex(@"^thread '.*' (?:\(\d+\) )?panicked at .*:\d+:\d+:$")]
    private static partial Regex RustHead();
}
