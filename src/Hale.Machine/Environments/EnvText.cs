using System.Text;
using System.Text.RegularExpressions;

namespace Hale.Machine.Environments;

/// <summary>An assignment of an environment file.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Line">Its line, counted from 1.</param>
/// <param name="Raw">The whole entry as it stands, over several lines where a quote holds them together.</param>
/// <param name="Value">What stands behind the sign.</param>
internal sealed record EnvEntry(string Name, int Line, string Raw, string Value);

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
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (Assignment().Match(lines[at].TrimStart('\ufeff')) is not { Success: true } found)
            {
                continue;
            }

            var (first, raw, value) = (at + 1, lines[at], found.Groups["value"].Value);
            while (value is ['"' or '\'', ..] && value.IndexOf(value[0], 1) < 0 && at + 1 < lines.Length)
            {
                at++;
                raw += "\n" + lines[at];
                value += "\n" + lines[at];
            }

            entries.Add(new EnvEntry(found.Groups["name"].Value, first, raw, value.Trim()));
        }

        return entries;
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

    // export NAME = value
    [GeneratedRegex(@"^\s*(?:export\s+)?(?<name>[A-Za-z_][\w.-]*)\s*[=:]\s?(?<value>.*)$")]
    private static partial Regex Assignment();
}
