namespace Hale.Machine.Projects;

/// <summary>A folder that may be looked into: in one that may not, the system says of every file that it does not exist.</summary>
internal static class OpenFolder
{
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static void Demand(string folder)
    {
        using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
        if (entries.MoveNext())
        {
            // Names alone may be readable where nothing behind them is.
            _ = File.GetAttributes(entries.Current);
        }
    }
}
