using System.Text;

namespace Hale.Cli.Output;

/// <summary>Fits text into a width, counted in the columns that a terminal uses for it.</summary>
internal static class Layout
{
    /// <summary>The columns that a text takes.</summary>
    public static int Width(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Width(rune);
        }

        return columns;
    }

    /// <summary>The text, cut where it would be wider; the cut is marked.</summary>
    public static string Cut(string text, int width)
    {
        if (width <= 0)
        {
            return "";
        }

        if (text.Length <= width && Width(text) <= width)
        {
            return text;
        }

        var marked = width >= 4;
        var kept = new StringBuilder();
        var columns = marked ? 2 : 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Width(rune);
            if (columns > width)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return marked ? kept.ToString().TrimEnd() + ".." : kept.ToString();
    }

    /// <summary>The text, filled with spaces.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>The text in lines no wider than asked, broken between words; null asks for none. What is one word stays one.</summary>
    public static IReadOnlyList<string> Wrap(string text, int? width)
    {
        if (width is not { } most || Width(text) <= most)
        {
            return [text];
        }

        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Width(line) + 1 + Width(word) > most)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        return [.. lines, line];
    }

    private static int Width(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        <= 0x36f or 0x200b or 0x200c or 0x200d or (>= 0xfe00 and <= 0xfe0f) => 0,
        (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
            or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff)
            or (>= 0x20000 and <= 0x3fffd) => 2,
        _ => 1,
    };
}
