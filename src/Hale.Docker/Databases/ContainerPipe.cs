using System.Globalization;
using System.Text;
using Docker.DotNet;
using Hale.Kernel.Engines;

namespace Hale.Docker.Databases;

/// <summary>Runs a program in a container with a stream going in and a stream coming out, and ends it when it is broken off.</summary>
/// <param name="engine">The engine.</param>
/// <param name="container">The container's id.</param>
internal sealed class ContainerPipe(EngineClient engine, string container)
{
    private const int MostSaid = 64 * 1024;
    private const int Chunk = 64 * 1024;

    // The program's group is told first, on standard error, so that all of it can be ended: the engine itself ends nothing that it runs in a container.
    private const string Plain = "echo \"$$\" >&2; exec \"$@\"";

    // The other end of a connection cannot be told that there is no more; it is told how many bytes come.
    private const string Fed = "echo \"$$\" >&2; size=$1; shift; head -c \"$size\" | \"$@\"";

    // Children before what started them: what is left by its parent goes to PID 1, which may be a database server, and that takes a stranger
    // that was ended by a signal for a process of its own that crashed. A parent waits for its child, so that none is ended before its children are gone.
    private const string End = """
        group=$1 round=0
        while [ "$round" -lt 40 ]; do
          round=$((round + 1)) pids= parents=' '
          for stat in /proc/[0-9]*/stat; do
            { read -r line <"$stat"; } 2>/dev/null || continue
            pid=${line%% *}
            set -- ${line##*) }
            [ "$3" = "$group" ] || continue
            parents="$parents$2 "
            [ "$1" = Z ] || pids="$pids $pid"
          done
          [ -n "$pids" ] || exit 0
          for pid in $pids; do
            case $parents in *" $pid "*) ;; *) kill -s TERM "$pid" 2>/dev/null ;; esac
          done
          sleep 0.1 2>/dev/null || sleep 1
        done
        """;

    private static readonly TimeSpan ForTheEnd = TimeSpan.FromSeconds(5);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="input">What it reads, and how many bytes that are; null for nothing.</param>
    /// <param name="output">Takes what it prints on standard output; where it is null, that is kept with what it says on standard error.</param>
    /// <param name="stop">Breaks off, and ends the program.</param>
    /// <exception cref="EngineException">The engine refused, or the program did not end in time.</exception>
    public Task<PipeEnd> RunAsync(IReadOnlyList<string> command, TimeSpan patience, (Stream Content, long Bytes)? input, Func<ReadOnlyMemory<byte>, ValueTask>? output, CancellationToken stop) =>
        engine.AskAsync((client, token) => RunAsync(client, input is { } given ? ["sh", "-c", Fed, "sh", given.Bytes.ToString(CultureInfo.InvariantCulture), .. command] : ["sh", "-c", Plain, "sh", .. command], input?.Content, output, token), stop, patience);

    private async Task<PipeEnd> RunAsync(IDockerClient client, IReadOnlyList<string> command, Stream? input, Func<ReadOnlyMemory<byte>, ValueTask>? output, CancellationToken stop)
    {
        var exec = await client.Exec.CreateContainerExecAsync(container, new() { Cmd = [.. command], AttachStdin = input is not null, AttachStdout = true, AttachStderr = true }, stop).ConfigureAwait(false);
        using var stream = await client.Exec.StartContainerExecAsync(exec.ID, new(), stop).ConfigureAwait(false);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var said = new Said();
        var feeding = input is null ? Task.CompletedTask : FeedAsync(stream, input, over.Token);
        try
        {
            await ReadAsync(stream, said, output, stop).ConfigureAwait(false);
            return new PipeEnd(await ContainerExec.ExitCodeAsync(client, exec.ID, stop).ConfigureAwait(false) ?? -1, said.Lines());
        }
        catch
        {
            // While the connection stands: a program that finds its input ended could take that for all there is.
            await EndAsync(said.Group).ConfigureAwait(false);
            throw;
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await feeding.ConfigureAwait(false);
        }
    }

    // A program that ends before it has read all is no failure of the connection: how it ended says what there is to say.
    private static async Task FeedAsync(MultiplexedStream stream, Stream input, CancellationToken stop)
    {
        try
        {
            await stream.CopyFromAsync(input, stop).ConfigureAwait(false);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
    }

    private static async Task ReadAsync(MultiplexedStream stream, Said said, Func<ReadOnlyMemory<byte>, ValueTask>? output, CancellationToken stop)
    {
        var buffer = new byte[Chunk];
        while (await stream.ReadOutputAsync(buffer, 0, buffer.Length, stop).ConfigureAwait(false) is { EOF: false } read)
        {
            if (output is not null && read.Target is MultiplexedStream.TargetStream.StandardOut)
            {
                await output(buffer.AsMemory(0, read.Count)).ConfigureAwait(false);
            }
            else
            {
                said.Add(buffer.AsSpan(0, read.Count), read.Target is MultiplexedStream.TargetStream.StandardError);
            }
        }
    }

    private async Task EndAsync(int? group)
    {
        if (group is not { } number)
        {
            return;
        }

        try
        {
            await engine.AskAsync(
                (client, token) => new ContainerExec(client).RunAsync(container, ["sh", "-c", End, "sh", number.ToString(CultureInfo.InvariantCulture)], token),
                CancellationToken.None,
                ForTheEnd).ConfigureAwait(false);
        }
        catch (EngineException)
        {
            // An engine that is gone has taken the program with it, or keeps it out of reach.
            return;
        }
    }

    /// <summary>The last of what a program says, and the number of its group, which it says first.</summary>
    private sealed class Said
    {
        private readonly List<byte> _kept = [];
        private readonly List<byte> _first = [];

        /// <summary>The program's group; null while it has not told.</summary>
        public int? Group { get; private set; }

        public void Add(ReadOnlySpan<byte> piece, bool isError)
        {
            if (isError && Group is null)
            {
                piece = AfterGroup(piece);
            }

            _kept.AddRange(piece);
            if (_kept.Count > MostSaid)
            {
                _kept.RemoveRange(0, _kept.Count - MostSaid);
            }
        }

        public IReadOnlyList<string> Lines() => [.. Encoding.UTF8.GetString([.. _kept]).Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

        private ReadOnlySpan<byte> AfterGroup(ReadOnlySpan<byte> piece)
        {
            var end = piece.IndexOf((byte)'\n');
            _first.AddRange(end < 0 ? piece : piece[..end]);
            if (end < 0)
            {
                return [];
            }

            Group = int.TryParse(Encoding.ASCII.GetString([.. _first]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            return piece[(end + 1)..];
        }
    }
}

/// <summary>How a program in a container ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Said">The last lines that it said, oldest first.</param>
public sealed record PipeEnd(int ExitCode, IReadOnlyList<string> Said)
{
    public bool Done => ExitCode == 0;
}
