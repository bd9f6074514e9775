using System.Text;
using System.Text.RegularExpressions;

namespace Hale.Machine.Environments;

/// <summary>An assignment of an environment file.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Line">Its line, counted from 1.</param>
/// <param name="Raw">The whole entry as it stands, over several lines where a quote holds them together.</param>
/// <param name="Value">What stands behind the sign.</param>
internal sealed record EnvEntry(string Name, int Line, string Raw, string Value)
{
    /// <summary>Where the entry begins in the text, counted in letters.</summary>
    public int Start { get; init; }

    /// <summary>Where its value begins, counted from the start of the entry; without the quotes' own blanks before it.</summary>
    public int ValueStart { get; init; }

    /// <summary>How long the value is, its quotes counted, without a comment or blanks behind it.</summary>
    public int ValueLength { get; init; }
}

/// <summary>Reads environment files as text.</summary>
internal static partial class EnvText
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>What a file's first bytes say of its encoding.</summary>
    public static string EncodingOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Mark) ? "utf-8 with a mark" : bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "utf-16" : "utf-8";

    /// <summary>The text, without a mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, .. var little] => Encoding.Unicode.GetString(little),
        [0xFE, 0xFF, .. var big] => Encoding.BigEndianUnicode.GetString(big),
        _ when bytes.StartsWith(Mark) => Encoding.UTF8.GetString(bytes[3..]),
        _ => Encoding.UTF8.GetString(bytes),
    };

    public static IReadOnlyList<EnvEntry> Entries(string text)
    {
        var entries = new List<EnvEntry>();
        for (var (start, line) = (0, 1); start < text.Length;)
        {
            var end = EndOfLine(text, start);
            var found = Assignment().Match(text[start..end]);
            if (!found.Success)
            {
                (start, line) = (end + 1, line + 1);
                continue;
            }

            var value = found.Groups["value"];
            var last = ClosingQuote(text, start + value.Index) is { } closed && closed > end ? EndOfLine(text, closed) : end;
            var raw = text[start..last];
            entries.Add(new EnvEntry(found.Groups["name"].Value, line, raw, raw[value.Index..].Trim())
            {
                Start = start,
                ValueStart = value.Index,
                ValueLength = LengthOf(raw[value.Index..]),
            });
            line += 1 + raw.Count(letter => letter == '\n');
            start = last + 1;
        }

        return entries;
    }

    private static int EndOfLine(string text, int from) => text.IndexOf('\n', from) is >= 0 and var at ? at : text.Length;

    // A quote holds several lines together; one that is never closed holds the rest of the file, as it does for those who read it.
    private static int? ClosingQuote(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('"' or '\''))
        {
            return null;
        }

        for (var next = at + 1; next < text.Length; next++)
        {
            if (text[next] == text[at])
            {
                return next;
            }

            next += text[next] == '\\' && text[at] == '"' ? 1 : 0;
        }

        return text.Length;
    }

    private static int LengthOf(string value)
    {
        if (ClosingQuote(value, 0) is { } closed)
        {
            return closed < value.Length ? closed + 1 : value.TrimEnd().Length;
        }

        var comment = value.StartsWith('#') ? 0 : value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value[..comment]).TrimEnd().Length;
    }

    /// <summary>
    /// A value as Compose gives it to a service: without its quotes, or without a comment behind it. Null where other variables are put into it.
    /// </summary>
    public static string? Plain(string value)
    {
        if (value is ['"' or '\'', ..] && value.IndexOf(value[0], 1) is > 0 and var end)
        {
            return value[0] == '"' && value.AsSpan(1, end - 1).IndexOfAny('$', '\\') >= 0 ? null : value[1..end];
        }

        var comment = value.StartsWith('#') ? 0 : value.IndexOf(" #", StringComparison.Ordinal);
        var plain = (comment < 0 ? value : value[..comment]).Trim();
        return plain.Contains('$', StringComparison.Ordinal) ? null : plain;
    }

    /// <summary>All that a reader may take a value for: as it stands between its quotes, with its escapes resolved, and with a doubled sign for one.</summary>
    public static IEnumerable<string> Readings(string value)
    {
        var bare = value[..LengthOf(value)];
        var inner = bare is ['"' or '\'', .., var last] && bare.Length > 1 && last == bare[0] ? bare[1..^1] : bare;
        var resolved = Escape().Replace(inner, found => found.Groups["sign"].Value switch { "n" => "\n", "r" => "\r", "t" => "\t", var sign => sign });
        return new[] { inner, resolved, inner.Replace("$$", "$", StringComparison.Ordinal), resolved.Replace("$$", "$", StringComparison.Ordinal) }.Distinct().Where(reading => reading.Length > 0);
    }

    [GeneratedRegex(@"\\(?<sign>[^\n])")]
    private static partial Regex Escape();

    // export NAME = value
    [GeneratedRegex(@"^\ufeff?(?:\u00ef\u00bb\u00bf)?\s*(?:export\s+)?(?<name>[A-Za-z_][\w.-]*)[^\S\n]*[=:][^\S\n]*(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex Assignment();
}
