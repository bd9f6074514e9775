using System.Text;
using Docker.DotNet;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>Runs a command in a container, as the engine runs a health check: the container's own user, folder and environment.</summary>
internal sealed class ContainerExec(IDockerClient client)
{
    private const int MostBytes = 4096;

    public async Task<ProbeAnswer> RunAsync(string id, IReadOnlyList<string> command, CancellationToken stop)
    {
        var exec = await client.Exec.CreateContainerExecAsync(
            id,
            new() { Cmd = [.. command], AttachStdout = true, AttachStderr = true },
            stop).ConfigureAwait(false);
        using var stream = await client.Exec.StartContainerExecAsync(exec.ID, new(), stop).ConfigureAwait(false);
        var output = await ReadLastAsync(stream, stop).ConfigureAwait(false);
        return new ProbeAnswer(await ExitCodeAsync(client, exec.ID, stop).ConfigureAwait(false), output);
    }

    /// <summary>How a command ended whose output has ended; null where the engine does not say.</summary>
    public static async Task<int?> ExitCodeAsync(IDockerClient client, string exec, CancellationToken stop)
    {
        for (var pause = 2; ; pause = Math.Min(pause * 2, 50))
        {
            // The stream ends a moment before the engine has noted the exit code.
            var end = await client.Exec.InspectContainerExecAsync(exec, stop).ConfigureAwait(false);
            if (!end.Running)
            {
                return (int?)end.ExitCode;
            }

            await Task.Delay(pause, stop).ConfigureAwait(false);
        }
    }

    private static async Task<string> ReadLastAsync(MultiplexedStream stream, CancellationToken stop)
    {
        var buffer = new byte[MostBytes];
        var kept = new List<byte>();
        while (true)
        {
            var read = await stream.ReadOutputAsync(buffer, 0, buffer.Length, stop).ConfigureAwait(false);
            if (read.EOF)
            {
                return Encoding.UTF8.GetString([.. kept]);
            }

            kept.AddRange(buffer.AsSpan(0, read.Count));
            if (kept.Count > MostBytes)
            {
                kept.RemoveRange(0, kept.Count - MostBytes);
            }
        }
    }
}
