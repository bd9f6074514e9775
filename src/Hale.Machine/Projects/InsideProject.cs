using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>Holds paths inside the project: a link in it may lead out.</summary>
internal static class InsideProject
{
    /// <summary>What is said of a file that <see cref="PathOf"/> does not give.</summary>
    public static string LeadsOut(string relative) => $"'{relative}' leads out of the project, and what lies there is left as it is";

    /// <summary>The full path of a file given relative to the project, that of its target where it is a link; null when it leads out of the project.</summary>
    public static string? PathOf(Project project, string relative)
    {
        var top = Real(project.Directory);
        var path = Path.GetFullPath(relative, project.Directory);
        if (path == project.Directory)
        {
            return path;
        }

        var (real, isLink) = Followed(Path.Combine(Real(Path.GetDirectoryName(path)!), Path.GetFileName(path)));
        return real is null || !real.StartsWith(top + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? null
            : isLink ? Path.Combine(project.Directory, Path.GetRelativePath(top, real))
            : path;
    }

    // Where a link leads, whether anything is there or not; a link that leads in a circle leads nowhere.
    private static (string? Real, bool IsLink) Followed(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { } target
                ? (Path.Combine(Real(Path.GetDirectoryName(target.FullName)!), target.Name), true)
                : (path, false);
        }
        catch (IOException)
        {
            return (null, true);
        }
    }

    /// <summary>A folder's path with no link in it.</summary>
    public static string Real(string folder)
    {
        var info = new DirectoryInfo(folder);
        if (info.Exists && info.ResolveLinkTarget(returnFinalTarget: true) is { } target)
        {
            return Real(target.FullName);
        }

        return info.Parent is { } parent ? Path.Combine(Real(parent.FullName), info.Name) : folder;
    }
}
