using System.Text;

namespace Hale.Machine.Commands;

/// <summary>Reads one output of a program to its end: tells each line, and keeps the newest characters within a bound.</summary>
internal sealed class KeptOutput(int keeps, Action<string>? heard)
{
    // A program that never ends its line must not make Hale grow without end.
    private const int LongestLine = 64 * 1024;

    private readonly StringBuilder _line = new();
    private readonly Lock _gate = new();
    private char[] _ring = [];
    private long _written;

    /// <summary>What is kept, oldest first.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            if (_written <= _ring.Length)
            {
                return new string(_ring, 0, (int)_written);
            }

            var start = (int)(_written % _ring.Length);
            return string.Concat(_ring.AsSpan(start), _ring.AsSpan(0, start));
        }
    }

    public async Task ReadAsync(StreamReader source)
    {
        var piece = new char[4096];
        int count;
        while ((count = await source.ReadAsync(piece.AsMemory()).ConfigureAwait(false)) > 0)
        {
            Keep(piece.AsSpan(0, count));
            TellLines(piece.AsSpan(0, count));
        }

        TellLine(evenIfEmpty: false);
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            foreach (var letter in text)
            {
                if (_written == _ring.Length && _ring.Length < keeps)
                {
                    Array.Resize(ref _ring, Math.Min(keeps, Math.Max(1024, _ring.Length * 2)));
                }

                if (_ring.Length > 0)
                {
                    _ring[_written++ % _ring.Length] = letter;
                }
            }
        }
    }

    private void TellLines(ReadOnlySpan<char> text)
    {
        if (heard is null)
        {
            return;
        }

        foreach (var letter in text)
        {
            if (letter == '\n')
            {
                TellLine(evenIfEmpty: true);
            }
            else if (_line.Append(letter).Length >= LongestLine)
            {
                TellLine(evenIfEmpty: false);
            }
        }
    }

    private void TellLine(bool evenIfEmpty)
    {
        if (evenIfEmpty || _line.Length > 0)
        {
            heard?.Invoke(_line.ToString().TrimEnd('\r'));
            _line.Clear();
        }
    }
}
