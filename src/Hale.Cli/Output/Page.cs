namespace Hale.Cli.Output;

/// <summary>Writes text for people: clean, broken to the width of the terminal, painted where colours are shown.</summary>
/// <param name="output">Where it is written.</param>
/// <param name="terminal">What stands at the other end.</param>
/// <param name="follows">True when something was written there before.</param>
internal sealed class Page(TextWriter output, Terminal terminal, bool follows = false)
{
    private const int Step = 2;
    private bool _any = follows;

    public Paint Paint => terminal.Paint;

    public int? Width => terminal.Width;

    /// <summary>An empty line between two sections; none at the top.</summary>
    public void Gap()
    {
        if (_any)
        {
            output.Write('\n');
        }
    }

    /// <summary>A sentence, indented; where it is broken, the rest hangs two columns further in.</summary>
    public void Say(string text, int depth = 0, Func<string, string>? paint = null)
    {
        var indent = new string(' ', depth * Step);
        var clean = Clean.Line(text);
        var lines = Layout.Wrap(clean, terminal.Width is { } width ? Math.Max(20, width - indent.Length - Step) : null);
        for (var at = 0; at < lines.Count; at++)
        {
            Put(indent + (at > 0 ? "  " : ""), lines[at], paint);
        }
    }

    /// <summary>A line that is copied or must keep its form: a command, a line of output. Never broken.</summary>
    public void Verbatim(string text, int depth = 0, Func<string, string>? paint = null) => Put(new string(' ', depth * Step), Clean.Line(text), paint);

    /// <summary>A line made of parts that are painted already.</summary>
    public void Painted(string line)
    {
        output.Write(line);
        output.Write('\n');
        _any = true;
    }

    /// <summary>Rows in columns as wide as their widest cell; the last column is cut to the terminal's width.</summary>
    public void Table(IReadOnlyList<IReadOnlyList<Cell>> rows, int depth = 0)
    {
        var columns = rows.Select(row => row.Count).DefaultIfEmpty(0).Max();
        var widths = Enumerable.Range(0, columns).Select(at => rows.Where(row => at < row.Count).Max(row => Layout.Width(Clean.Line(row[at].Text)))).ToList();
        foreach (var row in rows)
        {
            var left = (terminal.Width ?? int.MaxValue) - (depth * Step);
            var parts = new List<string>();
            for (var at = 0; at < row.Count; at++)
            {
                var text = Clean.Line(row[at].Text);
                var shown = at == row.Count - 1 ? Layout.Cut(text, Math.Max(8, left)) : Layout.Pad(text, widths[at] + Step);
                parts.Add(row[at].Paint?.Invoke(shown) ?? shown);
                left -= widths[at] + Step;
            }

            Painted((new string(' ', depth * Step) + string.Concat(parts)).TrimEnd());
        }
    }

    public void Flush() => output.Flush();

    private void Put(string indent, string text, Func<string, string>? paint) => Painted((indent + (paint?.Invoke(text) ?? text)).TrimEnd());
}

/// <summary>A cell of a table.</summary>
internal sealed record Cell(string Text, Func<string, string>? Paint = null);
