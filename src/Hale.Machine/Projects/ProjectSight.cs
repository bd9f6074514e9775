using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>Looks for files of the project, in as many folders as a source tree has and no more.</summary>
public sealed class ProjectSight(Project project) : IProjectSight
{
    private const int Deepest = 6;
    private const int MostFolders = 2000;

    private static readonly HashSet<string> NotSources = [".git", ".hale", "node_modules", ".venv", "venv", "vendor", "target"];

    public string? At(string path) => File.Exists(path) ? Inside(path) : null;

    public string? Like(string folder, string name, ReadOnlyMemory<byte> content)
    {
        var same = Folders(folder).Select(one => Path.Combine(one, name)).Where(file => Holds(file, content)).Select(Inside).OfType<string>().Take(2).ToList();
        return same is [var only] ? only : null;
    }

    private string? Inside(string path)
    {
        var relative = Path.GetRelativePath(project.Directory, path);
        return InsideProject.PathOf(project, relative) is null ? null : relative;
    }

    private static IEnumerable<string> Folders(string top)
    {
        var left = new Queue<(string Folder, int Depth)>([(top, 0)]);
        for (var seen = 0; left.Count > 0 && seen < MostFolders; seen++)
        {
            var (folder, depth) = left.Dequeue();
            yield return folder;
            foreach (var below in depth < Deepest ? Below(folder) : [])
            {
                left.Enqueue((below, depth + 1));
            }
        }
    }

    private static string[] Below(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateDirectories().Where(one => one.LinkTarget is null && !NotSources.Contains(one.Name)).Select(one => one.FullName)];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool Holds(string file, ReadOnlyMemory<byte> content)
    {
        try
        {
            return new FileInfo(file) is { Exists: true } info && info.Length == content.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(content.Span);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
