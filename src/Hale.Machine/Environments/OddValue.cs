using System.Globalization;

namespace Hale.Machine.Environments;

/// <summary>Sees in a value what nobody wrote on purpose.</summary>
internal static class OddValue
{
    private const string TypographicQuotes = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb";

    /// <summary>What is odd about the value as it stands behind the sign, in words that follow the variable's name; null when nothing is.</summary>
    public static string? Of(string written)
    {
        var bare = written.TrimEnd();
        if (bare.FirstOrDefault(IsUnseen) is var unseen && unseen != default)
        {
            return string.Create(CultureInfo.InvariantCulture, $"holds a character that cannot be seen (U+{(int)unseen:X4})");
        }

        if (bare.Length > 0 && (TypographicQuotes.Contains(bare[0], StringComparison.Ordinal) || TypographicQuotes.Contains(bare[^1], StringComparison.Ordinal)))
        {
            return "stands in typographic quotes, which become part of the value";
        }

        return bare switch
        {
            ['"' or '\'' or '`', ..] when bare[0] == bare[^1] && bare.Length > 1 => bare[0] == '`' ? "stands in backquotes, which become part of the value" : Padded(bare[1..^1]),
            [_, .., '"' or '\''] when bare.AsSpan().IndexOfAny('"', '\'') == bare.Length - 1 => "ends with a quote that nothing opens",
            _ => null,
        };
    }

    private static string? Padded(string inside) =>
        inside.Length > 0 && inside.Trim().Length == 0 ? "holds nothing but blanks"
        : inside.Length > 0 && (inside[^1] is ' ' or '\t' || inside[0] is ' ' or '\t') ? "has blanks inside its quotes at the edge"
        : null;

    // Spaces that are none, joiners, marks of direction, control characters. A tab between words is a blank.
    private static bool IsUnseen(char letter) => letter is '\u00a0' or '\u00ad' or '\u3000' or (>= '\u2000' and <= '\u200f') or (>= '\u2028' and <= '\u202f') or '\u2060' or '\ufeff'
        || (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r'));
}
