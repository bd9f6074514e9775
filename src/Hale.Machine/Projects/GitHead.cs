namespace Hale.Machine.Projects;

/// <summary>Reads which commit is checked out, from Git's own files.</summary>
internal static class GitHead
{
    private const int ShortCommit = 10;

    /// <summary>The branch and the commit, such as <c>main 1a2b3c4d5e</c>; null where there is no repository that can be read.</summary>
    public static string? Read(string folder)
    {
        try
        {
            return FolderOf(folder) is { } git ? HeadOf(git) : null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A worktree and a submodule have a file there that names the folder.
    private static string? FolderOf(string start)
    {
        for (var at = start; at is not null; at = Path.GetDirectoryName(at))
        {
            var git = Path.Combine(at, ".git");
            if (Directory.Exists(git))
            {
                return git;
            }

            if (File.Exists(git) && File.ReadAllText(git) is ['g', 'i', 't', 'd', 'i', 'r', ':', .. var target])
            {
                return Path.GetFullPath(target.Trim(), at);
            }
        }

        return null;
    }

    private static string? HeadOf(string git)
    {
        var head = File.ReadAllText(Path.Combine(git, "HEAD")).Trim();
        if (!head.StartsWith("ref: ", StringComparison.Ordinal))
        {
            return Short(head);
        }

        var name = head[5..];
        var common = Path.Combine(git, "commondir");
        string[] folders = File.Exists(common) ? [git, Path.GetFullPath(File.ReadAllText(common).Trim(), git)] : [git];
        var commit = folders.Select(folder => CommitOf(folder, name)).FirstOrDefault(found => found is not null);
        return $"{name[(name.LastIndexOf('/') + 1)..]} {Short(commit ?? "without a commit")}";
    }

    private static string? CommitOf(string folder, string name)
    {
        var loose = Path.Combine(folder, name);
        if (File.Exists(loose))
        {
            return File.ReadAllText(loose).Trim();
        }

        var packed = Path.Combine(folder, "packed-refs");
        return File.Exists(packed) ? File.ReadLines(packed).FirstOrDefault(line => line.EndsWith(" " + name, StringComparison.Ordinal))?.Split(' ')[0] : null;
    }

    private static string Short(string commit) => commit.Length > ShortCommit ? commit[..ShortCommit] : commit;
}
