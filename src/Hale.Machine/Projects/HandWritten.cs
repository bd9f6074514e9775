namespace Hale.Machine.Projects;

/// <summary>
/// Reads a file that a person writes. Nothing is read of a pipe, which has no length and whose reader waits for a writer, nor of what is
/// too large to have been written by hand.
/// </summary>
internal static class HandWritten
{
    /// <summary>Nothing that a person writes by hand has more bytes.</summary>
    public const int LargestFile = 8 << 20;

    /// <summary>The text; empty where there is none to read.</summary>
    public static string Text(string file) => IsReadable(file) ? File.ReadAllText(file) : "";

    /// <summary>The lines; none where there is nothing to read.</summary>
    public static string[] Lines(string file) => IsReadable(file) ? File.ReadAllLines(file) : [];

    /// <summary>The text; empty also where it may not be read, for whoever reads many files and must not lose the others for one.</summary>
    public static string TextIfAny(string file)
    {
        try
        {
            return Text(file);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>True for a file that a person may have written: of bearable size, and no pipe or device.</summary>
    public static bool IsOne(string file)
    {
        if (new FileInfo(file) is not { Exists: true, Length: 0 } and var there)
        {
            return there is { Exists: true, Length: <= LargestFile };
        }

        try
        {
            // Opened both ways, a pipe does not wait for another end.
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return RandomAccess.GetLength(handle) == 0;
        }
        catch (NotSupportedException)
        {
            return false;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool IsReadable(string file) => new FileInfo(file) is { Exists: true, Length: > 0 and <= LargestFile };
}
