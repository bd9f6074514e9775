using System.IO.Enumeration;

namespace Hale.Machine.Environments.Code;

/// <summary>A file of the project.</summary>
/// <param name="Path">Relative to the project, with <c>/</c> between its parts.</param>
/// <param name="Kind">What it is.</param>
internal sealed record SourceFile(string Path, SourceKind Kind);

/// <summary>Finds the project's files that have to do with environment variables. No link is followed, and all is bounded.</summary>
internal sealed class SourceWalk
{
    /// <summary>No source file that a person wrote has more bytes.</summary>
    public const int LargestFile = 1 << 20;

    private const int Deepest = 16;
    private const int MostEntries = 60_000;
    private const int MostFiles = 6_000;
    private const long MostBytes = 48 << 20;

    private static readonly EnumerationOptions Plainly = new() { AttributesToSkip = 0, IgnoreInaccessible = true, RecurseSubdirectories = false };

    private readonly List<SourceFile> _files = [];
    private int _entries;
    private long _bytes;

    private SourceWalk()
    {
    }

    /// <summary>The files, by their paths.</summary>
    public IReadOnlyList<SourceFile> Files => _files;

    /// <summary>True when there are more than were looked at.</summary>
    public bool IsPartial { get; private set; }

    public static SourceWalk Of(string top, CancellationToken stop)
    {
        var walk = new SourceWalk();
        walk.Enter(top, stop);
        walk._files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return walk;
    }

    private void Enter(string top, CancellationToken stop)
    {
        var left = new Stack<(string Folder, string Path, int Depth)>([(top, "", 0)]);
        while (left.TryPop(out var here) && !IsPartial)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var entry in Entries(here.Folder))
            {
                if (++_entries > MostEntries || _files.Count >= MostFiles || _bytes > MostBytes)
                {
                    IsPartial = true;
                    break;
                }

                var path = here.Path + entry.Name;
                if (entry.IsFolder && !SourceKinds.IsSkipped(entry.Name))
                {
                    IsPartial |= here.Depth == Deepest;
                    left.Push((Path.Combine(here.Folder, entry.Name), path + "/", here.Depth + 1));
                }
                else if (!entry.IsFolder && entry.Length is > 0 and <= LargestFile && SourceKinds.Of(entry.Name) is not SourceKind.None and var kind)
                {
                    _bytes += entry.Length;
                    _files.Add(new SourceFile(path, kind));
                }
            }
        }
    }

    // A pipe has no length, and whoever opened one would wait for its writer.
    private static IEnumerable<Entry> Entries(string folder)
    {
        try
        {
            return [.. new FileSystemEnumerable<Entry>(folder, (ref FileSystemEntry entry) => new Entry(entry.FileName.ToString(), entry.IsDirectory, entry.IsDirectory ? 0 : entry.Length), Plainly)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
            }];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private sealed record Entry(string Name, bool IsFolder, long Length);
}
