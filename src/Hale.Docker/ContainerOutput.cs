using System.Globalization;
using System.Text;
using Docker.DotNet;

namespace Hale.Docker;

/// <summary>Reads what a container printed.</summary>
internal sealed class ContainerOutput(IDockerClient client)
{
    private const int MostBytes = 256 * 1024;

    public async Task<IReadOnlyList<string>> TailAsync(string id, int lines, CancellationToken stop, string? since = null)
    {
        using var stream = await client.Containers.GetContainerLogsAsync(
            id,
            new() { ShowStdout = true, ShowStderr = true, Tail = lines.ToString(CultureInfo.InvariantCulture), Since = since },
            stop).ConfigureAwait(false);
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (text.Length < MostBytes)
        {
            var read = await stream.ReadOutputAsync(buffer, 0, buffer.Length, stop).ConfigureAwait(false);
            if (read.EOF)
            {
                break;
            }

            text.Write(buffer, 0, read.Count);
        }

        return [.. Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).TakeLast(lines)];
    }
}
