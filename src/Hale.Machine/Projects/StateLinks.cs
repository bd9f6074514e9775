using System.IO.Enumeration;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>
/// Links inside <c>.hale</c>. Hale makes none, so whoever did wants its files read or written elsewhere; a checkout may bring them along.
/// </summary>
public static class StateLinks
{
    /// <summary>The first link, by its path below the project, with where it leads; null when there is none, or no folder.</summary>
    public static (string Path, string Target)? First(Project project)
    {
        try
        {
            var links = new FileSystemEnumerable<(string, string)>(
                project.State,
                (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.ToFileSystemInfo().LinkTarget ?? "?"),
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true })
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => IsLink(ref entry),
                ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
            };
            return links.Select(link => ((string, string)?)(Path.GetRelativePath(project.Directory, link.Item1), link.Item2)).FirstOrDefault();
        }
        catch (Exception nothing) when (nothing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
