using System.Text;

namespace Hale.Docker.Databases;

/// <summary>Hears, among all that a program prints, the lines in which Hale's own commands tell how far they are. It keeps nothing else.</summary>
internal sealed class OwnLines(Action<string> hear)
{
    private const string Beginning = "hale: ";
    private const int Longest = 200;

    private readonly List<byte> _line = [];

    public ValueTask AddAsync(ReadOnlyMemory<byte> piece)
    {
        foreach (var one in piece.Span)
        {
            if (one == '\n')
            {
                End();
            }
            else if (_line.Count <= Longest)
            {
                _line.Add(one);
            }
        }

        return ValueTask.CompletedTask;
    }

    private void End()
    {
        if (_line.Count <= Longest && Encoding.UTF8.GetString([.. _line]).TrimEnd('\r') is var line && line.StartsWith(Beginning, StringComparison.Ordinal))
        {
            hear(line);
        }

        _line.Clear();
    }
}
