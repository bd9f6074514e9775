using Hale.Machine.Projects;

namespace Hale.Machine.Checkouts;

/// <summary>Where a checkout is that the list knows: a folder may have been moved, and another one made in its place.</summary>
internal static class Whereabouts
{
    // The folder itself renamed, or the one above it, or that one's parent.
    private const int Levels = 3;
    private const int MostFolders = 1000;

    /// <summary>Its folder; null when it is neither where it was nor beside that.</summary>
    public static string? Of(KnownCheckout one)
    {
        if (!Directory.Exists(one.Folder))
        {
            return Search(one);
        }

        if (CheckoutNote.Of(one.Folder) is { } note)
        {
            return IsOf(note, one) || note.Id is null || one.Id is null ? one.Folder : Search(one);
        }

        // Without its note: the same folder cleaned, or another one at its path.
        return one.Mark is not { } mark || FileState.MarkOf(one.Folder) is not { } now ? Search(one) ?? one.Folder
            : now == mark ? one.Folder
            : Search(one);
    }

    /// <summary>True when the note is that checkout's, or of a copy of it.</summary>
    public static bool IsOf(OwnName note, KnownCheckout one) =>
        note.Id is null || one.Id is null ? note.Name == one.Name && note.Folder == one.Folder : note.Id == one.Id;

    // Of several with its note the one that is the very folder; a copy is not.
    private static string? Search(KnownCheckout one) => Beside(one.Folder)
        .Where(folder => CheckoutNote.Of(folder) is { } note && IsOf(note, one))
        .OrderByDescending(folder => one.Mark is { } mark && FileState.MarkOf(folder) == mark)
        .FirstOrDefault();

    // For work/shop/docker: work/shop/*, work/*/docker, */shop/docker
    private static IEnumerable<string> Beside(string folder)
    {
        var (above, below) = (Path.GetDirectoryName(folder), "");
        for (var level = 0; level < Levels && above is not null; level++)
        {
            foreach (var beside in FoldersIn(above).Take(MostFolders))
            {
                var there = Path.Combine(beside, below);
                if (there != folder)
                {
                    yield return there;
                }
            }

            (above, below) = (Path.GetDirectoryName(above), Path.Combine(Path.GetFileName(above)!, below));
        }
    }

    private static IEnumerable<string> FoldersIn(string folder)
    {
        try
        {
            return Directory.EnumerateDirectories(folder, "*", new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint });
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
