using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Docker.DotNet;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>A container's output, line by line, standard output and standard error told apart.</summary>
internal sealed class OutputStream(EngineClient engine)
{
    private const int MostBytesALine = 64 * 1024;
    private static readonly TimeSpan Forever = TimeSpan.FromDays(20);

    public async IAsyncEnumerable<OutputLine> OfContainerAsync(string id, int? tail, bool follow, [EnumeratorCancellation] CancellationToken stop)
    {
        using var stream = await engine.AskAsync(
            (client, token) => client.Containers.GetContainerLogsAsync(
                id,
                new() { ShowStdout = true, ShowStderr = true, Follow = follow, Tail = tail?.ToString(CultureInfo.InvariantCulture) ?? "all" },
                token),
            stop,
            follow ? Forever : null).ConfigureAwait(false);

        var (said, complained) = (new LineCutter(isError: false), new LineCutter(isError: true));
        var buffer = new byte[32 * 1024];
        while (true)
        {
            var read = await stream.ReadOutputAsync(buffer, 0, buffer.Length, stop).ConfigureAwait(false);
            if (read.EOF)
            {
                break;
            }

            var cutter = read.Target is MultiplexedStream.TargetStream.StandardError ? complained : said;
            foreach (var line in cutter.Cut(buffer.AsSpan(0, read.Count)))
            {
                yield return line;
            }
        }

        foreach (var line in said.Rest().Concat(complained.Rest()))
        {
            yield return line;
        }
    }

    /// <summary>Cuts what comes in pieces into lines.</summary>
    private sealed class LineCutter(bool isError)
    {
        private readonly List<byte> _open = [];

        public List<OutputLine> Cut(ReadOnlySpan<byte> piece)
        {
            var lines = new List<OutputLine>();
            foreach (var letter in piece)
            {
                if (letter == (byte)'\n' || _open.Count >= MostBytesALine)
                {
                    lines.Add(Take());
                }

                if (letter != (byte)'\n')
                {
                    _open.Add(letter);
                }
            }

            return lines;
        }

        public IEnumerable<OutputLine> Rest() => _open.Count > 0 ? [Take()] : [];

        private OutputLine Take()
        {
            var text = Encoding.UTF8.GetString([.. _open]).TrimEnd('\r');
            _open.Clear();
            return new OutputLine(isError, text);
        }
    }
}
