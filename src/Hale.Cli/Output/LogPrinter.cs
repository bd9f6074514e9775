using Hale.Cli.Runs;

namespace Hale.Cli.Output;

/// <summary>Prints lines of containers behind their names, each service in a colour of its own.</summary>
internal sealed class LogPrinter(TextWriter output, Paint paint)
{
    private readonly Dictionary<string, Func<string, string>> _paints = [];
    private int _widest;

    public void Print(LogLine line)
    {
        var name = line.Number > 1 ? $"{line.Service}-{line.Number}" : line.Service;
        _widest = Math.Max(_widest, name.Length);
        output.Write(PaintOf(line.Service)($"{Layout.Pad(Clean.Line(name), _widest)} |"));
        output.Write(' ');
        output.Write(Clean.Line(line.Text));
        output.Write('\n');
        output.Flush();
    }

    private Func<string, string> PaintOf(string service)
    {
        if (!_paints.TryGetValue(service, out var mine))
        {
            mine = _paints[service] = (_paints.Count % 4) switch
            {
                0 => paint.Busy,
                1 => paint.Good,
                2 => paint.Warn,
                _ => paint.Strong,
            };
        }

        return mine;
    }
}
