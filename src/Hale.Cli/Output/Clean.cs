using System.Globalization;
using System.Text;

namespace Hale.Cli.Output;

/// <summary>
/// Makes text from containers, files and other programs safe to print: it cannot move the cursor, change colours, set a window's
/// title, or turn the direction of the text round.
/// </summary>
internal static class Clean
{
    private const char Escape = '\u001b';

    /// <summary>One line: terminal sequences are left out, a tab is a space, whatever else cannot be seen is written as its code.</summary>
    public static string Line(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == Escape)
            {
                at = EndOfSequence(text, at);
            }
            else
            {
                Append(clean, text[at]);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>The lines of a text, each clean.</summary>
    public static IEnumerable<string> Lines(string text) => text.Split('\n').Select(Line);

    private static void Append(StringBuilder clean, char letter)
    {
        if (letter is '\t' or '\n')
        {
            clean.Append(' ');
        }
        else if (letter is '\r')
        {
            return;
        }
        else if (char.IsControl(letter))
        {
            clean.Append(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}");
        }
        else if (Deceives(letter))
        {
            clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }
        else
        {
            clean.Append(letter);
        }
    }

    private static bool Deceives(char letter) => letter
        is >= '\u202a' and <= '\u202e' // turns of direction
        or >= '\u2066' and <= '\u2069'
        or '\u200e' or '\u200f' or '\u061c'
        or '\u2028' or '\u2029' // line ends that some programs honour
        or '\ufeff';

    // ESC [ parameters final | ESC ] text (BEL or ESC \) | ESC and one letter. The index of the last letter that belongs to it.
    private static int EndOfSequence(string text, int escape)
    {
        var at = escape + 1;
        if (at >= text.Length)
        {
            return escape;
        }

        if (text[at] == '[')
        {
            at++;
            while (at < text.Length && text[at] is >= ' ' and <= '?')
            {
                at++;
            }

            return Math.Min(at, text.Length - 1);
        }

        if (text[at] is ']' or 'P' or '^' or '_' or 'X')
        {
            while (at < text.Length && text[at] != '\a' && text[at] != Escape && text[at] != '\u009c')
            {
                at++;
            }

            var closedByTwo = at + 1 < text.Length && text[at] == Escape && text[at + 1] == '\\';
            return Math.Min(closedByTwo ? at + 1 : at, text.Length - 1);
        }

        while (at < text.Length - 1 && text[at] is >= ' ' and <= '/')
        {
            at++;
        }

        return at;
    }
}
