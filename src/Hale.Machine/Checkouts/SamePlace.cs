using Hale.Machine.Projects;

namespace Hale.Machine.Checkouts;

/// <summary>Whether two paths name one folder, or one file, whatever links lead there.</summary>
public static class SamePlace
{
    public static bool Is(string path, string other) => path == other || InsideProject.Real(path) == InsideProject.Real(other);

    /// <summary>
    /// True when Compose made something from another folder than this project's, and that folder is still there. A stack that was made
    /// from the same files in another way, as with <c>--project-directory</c>, is this one.
    /// </summary>
    /// <param name="project">This project's folder.</param>
    /// <param name="folder">The folder that Compose's label names.</param>
    /// <param name="files">The Compose files that its label names, separated by commas.</param>
    public static bool IsElsewhere(string project, string folder, string files) =>
        folder.Length > 0 && Path.IsPathRooted(folder) && !Is(folder, project) && Directory.Exists(folder)
        && !files.Split(',').Any(file => Path.IsPathRooted(file) && Path.GetDirectoryName(file) is { } place && Is(place, project));
}
