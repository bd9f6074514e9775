using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;

namespace Hale.Docker.Databases;

/// <summary>The snapshots of databases under <c>.hale/snapshots</c>: each a folder for this user alone, there whole or not at all.</summary>
/// <param name="folder">The project's folder for Hale's own files.</param>
/// <param name="clock">The clock.</param>
/// <param name="freeBytes">The free room of the disk that a file lies on; asked of the system where none is given.</param>
public sealed partial class SnapshotShelf(IStateFolder folder, TimeProvider clock, Func<string, long>? freeBytes = null)
{
    private const string Place = "snapshots";
    private const string Contents = "snapshot.json";
    private const string Unfinished = ".unfinished-";
    private const int LargestContents = 1 << 20;

    private const UnixFileMode ForThisUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Func<string, long> _freeBytes = freeBytes ?? (path => new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace);

    /// <summary>True for what a snapshot may be called.</summary>
    public static bool IsName(string name) => Named().IsMatch(name);

    /// <summary>The folder of a snapshot, relative to the project.</summary>
    public static string FolderOf(string name) => $".hale/{Place}/{name}";

    /// <summary>All snapshots, newest first. A folder that is none counts for nothing.</summary>
    public IReadOnlyList<Snapshot> All()
    {
        try
        {
            return Directory.Exists(folder.PathOf(Place))
                ? [.. new DirectoryInfo(folder.PathOf(Place)).EnumerateDirectories().Select(one => Find(one.Name)).OfType<Snapshot>().OrderByDescending(one => one.TakenAt)]
                : [];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The snapshot of this name; null when there is none.</summary>
    public Snapshot? Find(string name)
    {
        try
        {
            return IsName(name)
                && new FileInfo(PathOf(name, Contents)) is { Exists: true, Length: > 0 and < LargestContents }
                && JsonSerializer.Deserialize(File.ReadAllText(PathOf(name, Contents)), SnapshotJson.Default.Snapshot) is { Databases.Count: > 0 } snapshot
                    ? snapshot with { Name = name }
                    : null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>A name that no snapshot has, made of a beginning and the time.</summary>
    public string FreeName(string beginning)
    {
        var name = $"{beginning}-{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}";
        var free = name;
        for (var number = 2; Directory.Exists(folder.PathOf($"{Place}/{free}")); number++)
        {
            free = $"{name}-{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return free;
    }

    /// <summary>Writes every database of a server out, reads each again to its end, and only then gives the snapshot its name.</summary>
    /// <param name="name">The snapshot's name, which none has yet.</param>
    /// <param name="database">The server.</param>
    /// <param name="facts">What it tells of itself.</param>
    /// <param name="scripts">The digest of each script for the first start that it ran, by its name; null where that is not known.</param>
    /// <param name="stop">Breaks off: then there is none.</param>
    /// <exception cref="DatabaseException">The server could not write one out, or it cannot be read again.</exception>
    /// <exception cref="InvalidDataException">The disk has no room, or refuses.</exception>
    public async Task<Snapshot> TakeAsync(string name, RunningDatabase database, ServerFacts facts, IReadOnlyDictionary<string, string>? scripts, CancellationToken stop)
    {
        var draft = folder.PathOf($"{Place}/{Unfinished}{Guid.NewGuid():N}");
        try
        {
            folder.Make();
            ClearUnfinished();
            Make(draft);
            var parts = new List<SnapshotPart>();
            foreach (var one in facts.Databases)
            {
                parts.Add(await KeepAsync(draft, database, one.Name, stop).ConfigureAwait(false));
            }

            var snapshot = new Snapshot { Name = name, Service = database.Service, Kind = database.Kind, Version = facts.Version, TakenAt = clock.GetUtcNow(), Databases = parts, Scripts = scripts };
            using (var contents = new FileStream(Path.Combine(draft, Contents), Options()))
            {
                contents.Write(JsonSerializer.SerializeToUtf8Bytes(snapshot, SnapshotJson.Default.Snapshot));
                contents.Flush(flushToDisk: true);
            }

            Directory.Move(draft, folder.PathOf($"{Place}/{name}"));
            return snapshot;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the snapshot could not be kept: {refusal.Message}", refusal);
        }
        finally
        {
            Remove(draft);
        }
    }

    /// <summary>Opens what a snapshot holds of a database.</summary>
    /// <exception cref="InvalidDataException">It is not there, or is not what was kept.</exception>
    public async Task<Stream> OpenAsync(Snapshot snapshot, SnapshotPart part, RunningDatabase database, CancellationToken stop)
    {
        var path = PathOf(snapshot.Name, FileOf(part.Database, database.DumpEnding));
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: > 0 } || await DigestAsync(path, stop).ConfigureAwait(false) != part.Digest)
            {
                throw new InvalidDataException($"{FolderOf(snapshot.Name)}/{Path.GetFileName(path)} is not what was kept");
            }

            return File.OpenRead(path);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the snapshot cannot be read: {refusal.Message}", refusal);
        }
    }

    private async Task<SnapshotPart> KeepAsync(string draft, RunningDatabase database, string name, CancellationToken stop)
    {
        var path = Path.Combine(draft, FileOf(name, database.DumpEnding));
        var file = new FileStream(path, Options());
        long bytes;
        await using (file.ConfigureAwait(false))
        {
            await database.DumpAsync(name, piece => WriteAsync(file, piece, stop), stop).ConfigureAwait(false);
            await file.FlushAsync(stop).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
            bytes = file.Length;
        }

        if (bytes == 0)
        {
            throw new DatabaseException($"nothing came of writing '{name}' out");
        }

        var again = File.OpenRead(path);
        await using (again.ConfigureAwait(false))
        {
            await database.CheckAsync(again, stop).ConfigureAwait(false);
        }

        return new SnapshotPart(name, bytes, await DigestAsync(path, stop).ConfigureAwait(false));
    }

    // A disk that refuses is not an engine that breaks off: both are one kind of exception.
    private async ValueTask WriteAsync(FileStream file, ReadOnlyMemory<byte> piece, CancellationToken stop)
    {
        try
        {
            if (_freeBytes(file.Name) < VolumeArchive.Spare + piece.Length)
            {
                throw new InvalidDataException($"the disk of .hale has no room for the snapshot and {VolumeArchive.Spare >> 30} GiB more");
            }

            await file.WriteAsync(piece, stop).ConfigureAwait(false);
        }
        catch (IOException refusal)
        {
            throw new InvalidDataException($"the snapshot could not be kept: {refusal.Message}", refusal);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = ForThisUser;
        }

        return options;
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, ForThisUser | UnixFileMode.UserExecute);
        }
    }

    // A Hale that was killed leaves one; whoever takes a snapshot has the project's lock, so that it is nobody's any more.
    private void ClearUnfinished()
    {
        if (Directory.Exists(folder.PathOf(Place)))
        {
            foreach (var left in Directory.EnumerateDirectories(folder.PathOf(Place), $"{Unfinished}*"))
            {
                Remove(left);
            }
        }
    }

    private static void Remove(string draft)
    {
        try
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static async Task<string> DigestAsync(string path, CancellationToken stop)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop).ConfigureAwait(false));
        }
    }

    // The name of a database may hold any letter.
    private static string FileOf(string database, string ending) => Uri.EscapeDataString(database) + ending;

    private string PathOf(string name, string file) => folder.PathOf($"{Place}/{name}/{file}");

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z")]
    private static partial Regex Named();
}
