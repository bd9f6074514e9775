using System.Text;
using Docker.DotNet;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>A file of a container as the engine hands it out, mounts and all, whether the container runs or not.</summary>
/// <param name="Path">Where it lies, links followed.</param>
/// <param name="IsFolder">True for a folder.</param>
/// <param name="Mode">Its mode, as Unix has it.</param>
/// <param name="Head">What it begins with.</param>
/// <param name="Whole">True when that is all of it.</param>
internal sealed record ContainerFile(string Path, bool IsFolder, UnixFileMode Mode, byte[] Head, bool Whole)
{
    private const int MostBytes = 256 * 1024;
    private const int MostLinks = 8;
    private const int Block = 512;

    /// <returns>Null when nothing is there.</returns>
    public static async Task<ContainerFile?> ReadAsync(EngineClient engine, string container, string path, CancellationToken stop)
    {
        for (var link = 0; link < MostLinks; link++)
        {
            var found = await OnceAsync(engine, container, path, stop).ConfigureAwait(false);
            if (found is not { LinkTarget: { } target })
            {
                return found?.File;
            }

            path = target;
        }

        return null;
    }

    private static async Task<Entry?> OnceAsync(EngineClient engine, string container, string path, CancellationToken stop)
    {
        try
        {
            return await engine.AskAsync(
                async (client, token) =>
                {
                    var answer = await client.Containers.GetArchiveFromContainerAsync(container, new() { Path = path }, statOnly: false, token).ConfigureAwait(false);
                    using var stream = answer.Stream ?? Stream.Null;
                    var archive = new byte[MostBytes + (4 * Block)];
                    var length = await stream.ReadAtLeastAsync(archive, archive.Length, throwOnEndOfStream: false, token).ConfigureAwait(false);
                    return FirstOf(archive.AsMemory(0, length), path);
                },
                stop).ConfigureAwait(false);
        }
        catch (EngineException missing) when (missing.InnerException is DockerApiException)
        {
            return null;
        }
    }

    // What is handed out is a tar archive that may be cut off here: its first entry that is no mere extension of the next one.
    private static Entry? FirstOf(ReadOnlyMemory<byte> archive, string path)
    {
        for (var at = 0; at + Block <= archive.Length;)
        {
            var header = archive.Span.Slice(at, Block);
            var (kind, size) = ((char)header[156], Octal(header.Slice(124, 12)));
            at += Block;
            if (kind is 'x' or 'g' or 'L' or 'K')
            {
                at += (size + Block - 1) / Block * Block;
                continue;
            }

            if (kind is '2')
            {
                var target = Encoding.UTF8.GetString(header.Slice(157, 100)).TrimEnd('\0');
                return new Entry(null, target.StartsWith('/') ? target : path[..(path.LastIndexOf('/') + 1)] + target);
            }

            var head = archive.Slice(at, Math.Min(size, archive.Length - at));
            return new Entry(new ContainerFile(path, kind is '5', (UnixFileMode)(Octal(header.Slice(100, 8)) & 0xFFF), head.ToArray(), head.Length == size), null);
        }

        return null;
    }

    // A size beyond what octal digits can say is far beyond what is read anyway.
    private static int Octal(ReadOnlySpan<byte> field)
    {
        var number = 0L;
        foreach (var digit in field)
        {
            number = digit is >= (byte)'0' and <= (byte)'7' ? Math.Min((number * 8) + digit - '0', int.MaxValue / 2) : number;
        }

        return (int)number;
    }

    private sealed record Entry(ContainerFile? File, string? LinkTarget);
}
