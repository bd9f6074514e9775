using Hale.Kernel.Faults;

namespace Hale.Machine.Probes;

/// <summary>Finds the lines of a YAML file that are indented with tabs, and how deep they were meant to be.</summary>
internal static class TabIndents
{
    private const int MostLines = 50;
    private const int UsualStep = 2;

    public static bool Has(string line) => IndentOf(line).Contains('\t', StringComparison.Ordinal) && line.Trim().Length > 0;

    /// <summary>
    /// The lines with the blanks that belong there: one step deeper than a line that opens a block, else as deep as the line before; from
    /// one line with tabs to the next, as many steps as it has tabs more or less.
    /// </summary>
    public static IReadOnlyList<TabLine> Of(IReadOnlyList<string> lines)
    {
        var told = lines.Where(IsText).ToList();
        var step = told.Where(line => !Has(line)).Select(line => IndentOf(line).Length).Where(depth => depth > 0).DefaultIfEmpty(UsualStep).Min();
        var found = new List<TabLine>();
        var (before, depth, tabs) = ("", 0, (int?)null);
        foreach (var (at, line) in lines.Index().Where(one => IsText(one.Item)))
        {
            var own = Has(line) ? IndentOf(line).Count(letter => letter == '\t') : (int?)null;
            depth = own is null ? IndentOf(line).Length
                : before.TrimEnd().EndsWith(':') ? depth + step
                : tabs is { } last ? Math.Max(0, depth + ((own.Value - last) * step))
                : depth;
            if (own is not null && found.Count < MostLines)
            {
                found.Add(new TabLine(at + 1, depth));
            }

            (before, tabs) = (line, own);
        }

        return found;
    }

    private static bool IsText(string line) => line.Trim() is { Length: > 0 } text && !text.StartsWith('#');

    private static string IndentOf(string line) => line[..(line.Length - line.TrimStart(' ', '\t').Length)];
}
