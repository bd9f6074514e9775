using System.Formats.Tar;
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
                    using var tar = new TarReader(stream);
                    return await tar.GetNextEntryAsync(copyData: false, token).ConfigureAwait(false) is { } entry ? await OfAsync(entry, path, token).ConfigureAwait(false) : null;
                },
                stop).ConfigureAwait(false);
        }
        catch (EngineException missing) when (missing.InnerException is DockerApiException)
        {
            return null;
        }
    }

    private static async Task<Entry> OfAsync(TarEntry entry, string path, CancellationToken stop)
    {
        if (entry.EntryType is TarEntryType.SymbolicLink)
        {
            var folder = path[..(path.LastIndexOf('/') + 1)];
            return new Entry(null, entry.LinkName.StartsWith('/') ? entry.LinkName : folder + entry.LinkName);
        }

        var head = Array.Empty<byte>();
        if (entry.DataStream is { } data)
        {
            var buffer = new byte[MostBytes];
            var length = await data.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
            head = buffer[..length];
        }

        return new Entry(new ContainerFile(path, entry.EntryType is TarEntryType.Directory, entry.Mode, head, head.Length == entry.Length), null);
    }

    private sealed record Entry(ContainerFile? File, string? LinkTarget);
}
