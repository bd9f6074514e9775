using System.Security.Cryptography;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Journals;

/// <summary>Keeps the files that an act may change, byte for byte, under <c>.hale/originals</c>, and gives them back.</summary>
internal sealed class Originals(Project project)
{
    /// <summary>Copies the files before the act that has this number. A file that leads out of the project is not touched by any act, and not kept.</summary>
    public IReadOnlyList<KeptFile> Keep(long entry, IReadOnlyList<string> files) =>
        [.. files.Select(file => (file, path: InsideProject.PathOf(project, file))).Where(pair => pair.path is not null).Select(pair => Keep(entry, pair.file, pair.path!))];

    /// <summary>The digest of a file's content; null when there is none.</summary>
    public string? DigestOf(string file) =>
        InsideProject.PathOf(project, file) is { } path && File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : null;

    /// <summary>True when the file is as it was before the act.</summary>
    public bool IsOriginal(KeptFile kept) =>
        DigestOf(kept.Path) == (kept.Original is { } original ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(project.State, original)))) : null);

    /// <summary>Puts the file back as it was, whole or not at all.</summary>
    public void Restore(KeptFile kept)
    {
        var path = InsideProject.PathOf(project, kept.Path) ?? throw new IOException($"'{kept.Path}' leads out of the project");
        if (kept.Original is not { } original)
        {
            File.Delete(path);
            return;
        }

        var keeper = Path.Combine(project.State, original);
        WholeFile.Put(project, path, File.ReadAllBytes(keeper), WholeFile.RightsOf(keeper), overwrite: true);
    }

    private KeptFile Keep(long entry, string file, string path)
    {
        if (!File.Exists(path))
        {
            return new KeptFile(file, null);
        }

        var original = Path.Combine("originals", $"{entry}", Path.GetRelativePath(project.Directory, path));
        var copy = Path.Combine(project.State, original);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(path, copy, overwrite: true);
        return new KeptFile(file, original);
    }
}
