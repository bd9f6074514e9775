using System.Globalization;

namespace Hale.Cli.Tests;

/// <summary>A terminal in little: what is left on the screen after some output. It knows the sequences that Hale writes and no other.</summary>
internal static class Screen
{
    public static IReadOnlyList<string> After(string output)
    {
        var lines = new List<string> { "" };
        var row = 0;
        for (var at = 0; at < output.Length; at++)
        {
            switch (output[at])
            {
                case '\n':
                    row++;
                    if (row == lines.Count)
                    {
                        lines.Add("");
                    }

                    break;
                case '\r':
                    break;
                case '\u001b':
                    var end = output.IndexOfAny([.. "ABCDHJKhlm"], at);
                    row = Obey(output[(at + 2)..end], output[end], lines, row);
                    at = end;
                    break;
                default:
                    lines[row] += output[at];
                    break;
            }
        }

        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static int Obey(string parameter, char command, List<string> lines, int row)
    {
        switch (command)
        {
            case 'A':
                return row - int.Parse(parameter, CultureInfo.InvariantCulture);
            case 'J':
                lines.RemoveRange(row, lines.Count - row);
                lines.Add("");
                return row;
            case 'h' or 'l' or 'm':
                return row;
            default:
                throw new InvalidOperationException($"nobody taught this screen '{command}'");
        }
    }
}
