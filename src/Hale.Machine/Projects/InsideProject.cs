using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>Holds paths inside the project: a link in it may lead out.</summary>
internal static class InsideProject
{
    /// <summary>The full path of a file given relative to the project; null when it leads out of it.</summary>
    public static string? PathOf(Project project, string relative)
    {
        var top = Real(project.Directory);
        var path = Path.GetFullPath(relative, project.Directory);
        var real = path == project.Directory ? top : Path.Combine(Real(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        return real == top || real.StartsWith(top + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }

    private static string Real(string folder)
    {
        var info = new DirectoryInfo(folder);
        if (info.Exists && info.ResolveLinkTarget(returnFinalTarget: true) is { } target)
        {
            return Real(target.FullName);
        }

        return info.Parent is { } parent ? Path.Combine(Real(parent.FullName), info.Name) : folder;
    }
}
