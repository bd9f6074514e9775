using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>Puts a file in its place whole or not at all, also when Hale is killed meanwhile.</summary>
internal static class WholeFile
{
    /// <summary>The same for a file of a project; what is unfinished lies in its state folder.</summary>
    public static void Put(Project project, string path, byte[] content, UnixFileMode? rights, bool overwrite)
    {
        new StateFolder(project).Make();
        Put(project.State, path, content, rights, overwrite);
    }

    /// <summary>Puts a file in its place; what is unfinished lies in <paramref name="folder"/>, on the same disk.</summary>
    public static void Put(string folder, string path, byte[] content, UnixFileMode? rights, bool overwrite)
    {
        var unfinished = Path.Combine(folder, $"{Guid.NewGuid():N}.unfinished");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows() && rights is { } narrow)
            {
                options.UnixCreateMode = narrow;
            }

            using (var file = new FileStream(unfinished, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && rights is { } exact)
            {
                File.SetUnixFileMode(unfinished, exact);
            }

            File.Move(unfinished, path, overwrite);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The rights of a file that is there, which another in its place is to have too.</summary>
    public static UnixFileMode? RightsOf(string path) => !OperatingSystem.IsWindows() && File.Exists(path) ? File.GetUnixFileMode(path) : null;
}
