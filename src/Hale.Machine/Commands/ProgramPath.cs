namespace Hale.Machine.Commands;

/// <summary>Where programs are.</summary>
internal static class ProgramPath
{
    /// <summary>The full path of a program on <c>PATH</c>, or of one that is named by a path; null when it is not there.</summary>
    public static string? Find(string program, string? path)
    {
        if (program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return Runs(program) ? Path.GetFullPath(program) : null;
        }

        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ""] : [""];
        var candidates = from folder in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                         from ending in endings
                         select Path.Combine(folder, program + ending);
        return candidates.FirstOrDefault(Runs);
    }

    private static bool Runs(string file)
    {
        const UnixFileMode Any = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

        // A link that leads nowhere exists, and has no mode.
        return File.Exists(file) && (new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is null or { Exists: true }) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Any) != 0);
    }
}
