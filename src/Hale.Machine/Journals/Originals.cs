using System.Globalization;
using System.Security.Cryptography;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Journals;

/// <summary>Keeps the files that an act may change, byte for byte, under <c>.hale/originals</c>, and gives them back.</summary>
internal sealed class Originals(Project project)
{
    private const string FolderName = "originals";

    private string Folder => Path.Combine(project.State, FolderName);

    /// <summary>Copies the files before the act that has this number. A file that leads out of the project is not touched by any act, and not kept.</summary>
    public IReadOnlyList<KeptFile> Keep(long entry, IReadOnlyList<string> files) =>
        [.. files.Select(file => (file, path: InsideProject.PathOf(project, file))).Where(pair => pair.path is not null).Select(pair => Keep(entry, pair.file, pair.path!))];

    /// <summary>The digest of a file's content; null when there is none.</summary>
    public string? DigestOf(string file) =>
        InsideProject.PathOf(project, file) is { } path && File.Exists(path) ? DigestOfContent(path) : null;

    /// <summary>True when the file is as it was before the act.</summary>
    public bool IsOriginal(KeptFile kept)
    {
        if (kept.Original is not { } original)
        {
            return DigestOf(kept.Path) is null;
        }

        var keeper = Path.Combine(project.State, original);
        return File.Exists(keeper) && DigestOf(kept.Path) == DigestOfContent(keeper);
    }

    /// <summary>The highest number that files are kept under; 0 when none are.</summary>
    public long Highest() => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder).Select(folder => long.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var entry) ? entry : 0).DefaultIfEmpty().Max()
        : 0;

    /// <summary>
    /// Puts the file back as it was, whole or not at all. One that the act made is taken away and kept under the act's number: a secret that was made for it
    /// may be known to a volume by now.
    /// </summary>
    /// <returns>What was done, in a few words.</returns>
    public string Restore(long entry, KeptFile kept)
    {
        var path = InsideProject.PathOf(project, kept.Path) ?? throw new IOException(InsideProject.LeadsOut(kept.Path));
        if (kept.Original is not { } original)
        {
            var away = Path.Combine(project.State, CopyOf(entry, path));
            Directory.CreateDirectory(Path.GetDirectoryName(away)!);
            File.Move(path, away, overwrite: true);
            return $"removed {kept.Path}, and kept it as {Path.GetRelativePath(project.Directory, away)}";
        }

        var keeper = Path.Combine(project.State, original);
        WholeFile.Put(project, path, Content(keeper), WholeFile.RightsOf(keeper), overwrite: true);
        return $"restored {kept.Path}";
    }

    private string CopyOf(long entry, string path) => Path.Combine(FolderName, $"{entry}", Path.GetRelativePath(project.Directory, path));

    private static string DigestOfContent(string path) => Convert.ToHexStringLower(SHA256.HashData(Content(path)));

    // What has no length is not opened: a pipe would wait for a writer.
    private static byte[] Content(string path) => new FileInfo(path).Length == 0 ? [] : File.ReadAllBytes(path);

    private KeptFile Keep(long entry, string file, string path)
    {
        if (!File.Exists(path))
        {
            return new KeptFile(file, null);
        }

        var original = CopyOf(entry, path);
        var copy = Path.Combine(project.State, original);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        WholeFile.Put(project, copy, Content(path), WholeFile.RightsOf(path), overwrite: true);
        return new KeptFile(file, original);
    }
}
