using System.Formats.Tar;
using System.Security.Cryptography;

namespace Hale.Docker;

/// <summary>The file that holds the content of a volume: written for this user alone, within the room that the disk has, and read again to its end.</summary>
/// <param name="path">The file.</param>
/// <param name="freeBytes">The free room of the disk that a file lies on.</param>
internal sealed class VolumeArchive(string path, Func<string, long> freeBytes)
{
    /// <summary>What is left free on the disk, whatever is kept.</summary>
    public const long Spare = 1L << 30;

    private const int Chunk = 1 << 20;

    // A tar archive ends with two blocks of zeros.
    private const int End = 1024;

    /// <summary>Writes all of the stream, whole or not at all.</summary>
    /// <returns>The SHA-256 of what was written, once it has been read again.</returns>
    /// <exception cref="InvalidDataException">The disk has no room for it, or it is no whole archive.</exception>
    public async Task<string> WriteAsync(Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var digest = await CopyAsync(content, stop).ConfigureAwait(false);
            return await ReadToEndAsync(stop).ConfigureAwait(false) == digest
                ? digest
                : throw new InvalidDataException("what was kept of the volume does not read as it was written");
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Reads the archive entry for entry.</summary>
    /// <returns>The SHA-256 of the file; null when there is none.</returns>
    /// <exception cref="InvalidDataException">It is no whole archive.</exception>
    public async Task<string?> ReadToEndAsync(CancellationToken stop)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            await DemandWholeAsync(file, stop).ConfigureAwait(false);
            file.Position = 0;
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop).ConfigureAwait(false));
        }
    }

    private async Task<string> CopyAsync(Stream content, CancellationToken stop)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            // The files of a database are nobody else's to read.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var file = new FileStream(path, options);
        await using (file.ConfigureAwait(false))
        {
            var chunk = new byte[Chunk];
            for (int read; (read = await content.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false)) > 0;)
            {
                if (freeBytes(path) < Spare + read)
                {
                    throw new InvalidDataException($"the disk of {Path.GetDirectoryName(path)} has no room to keep the volume and {Spare >> 30} GiB more");
                }

                hash.AppendData(chunk, 0, read);
                await OnDiskAsync(() => file.WriteAsync(chunk.AsMemory(0, read), stop)).ConfigureAwait(false);
            }

            await OnDiskAsync(() =>
            {
                file.Flush(flushToDisk: true);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // A disk that refuses is not an engine that breaks off: both are one kind of exception.
    private static async Task OnDiskAsync(Func<ValueTask> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (IOException refusal)
        {
            throw new InvalidDataException($"what is in the volume could not be kept: {refusal.Message}", refusal);
        }
    }

    private static async Task DemandWholeAsync(FileStream file, CancellationToken stop)
    {
        var end = new byte[End];
        file.Position = Math.Max(0, file.Length - End);
        if (await file.ReadAtLeastAsync(end, End, throwOnEndOfStream: false, stop).ConfigureAwait(false) < End || end.AsSpan().ContainsAnyExcept((byte)0))
        {
            throw new InvalidDataException("what was kept of the volume was cut off");
        }

        file.Position = 0;
        var reader = new TarReader(file, leaveOpen: true);
        await using (reader.ConfigureAwait(false))
        {
            // The folder itself is the first entry, also of a volume that is empty.
            if (await reader.GetNextEntryAsync(copyData: false, stop).ConfigureAwait(false) is null)
            {
                throw new InvalidDataException("what was kept of the volume holds nothing");
            }

            while (await reader.GetNextEntryAsync(copyData: false, stop).ConfigureAwait(false) is not null)
            {
            }
        }
    }
}
