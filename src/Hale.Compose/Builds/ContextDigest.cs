using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hale.Compose.Builds;

/// <summary>
/// A digest of what a folder would send to the builder, by names, sizes, times and modes. Two runs that see the same digest would
/// send the same; content is not read.
/// </summary>
internal static class ContextDigest
{
    // Git rewrites its index when it is merely asked, and Hale its own state in every run; neither is a change of the sources.
    private static readonly HashSet<string> NotSources = [".git", ".hale"];

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
        ReturnSpecialDirectories = false,
    };

    /// <param name="folder">The context.</param>
    /// <param name="ignoreFile">The ignore file of its Dockerfile, which takes the place of the context's own; null when there is none.</param>
    public static string Of(string folder, string? ignoreFile)
    {
        var ignore = ignoreFile ?? Path.Combine(folder, ".dockerignore");
        var rules = IgnoreRules.Parse(File.Exists(ignore) ? File.ReadAllText(ignore) : "");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Walk(hash, rules, new DirectoryInfo(folder), "", rules.Root);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Walk(IncrementalHash hash, IgnoreRules rules, DirectoryInfo folder, string prefix, IgnoreRules.Fate fate)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (prefix.Length == 0 && NotSources.Contains(entry.Name))
            {
                continue;
            }

            var path = prefix + entry.Name;
            var its = rules.Of(path, fate);
            if (!its.Ignored)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(LineOf(path, entry)));
            }

            if (entry is DirectoryInfo { LinkTarget: null } below && (!its.Ignored || rules.MayKeepBelow(path)))
            {
                Walk(hash, rules, below, path + "/", its);
            }
        }
    }

    /// <summary>A folder's own time changes with every file beside the ones that count, so it is left out.</summary>
    private static string LineOf(string path, FileSystemInfo entry) => entry switch
    {
        { LinkTarget: { } target } => $"{path}\0-> {target}\n",
        FileInfo file => string.Create(CultureInfo.InvariantCulture, $"{path}\0{file.Length} {file.LastWriteTimeUtc.Ticks} {(int)file.UnixFileMode}\n"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{path}\0/ {(int)entry.UnixFileMode}\n"),
    };
}
