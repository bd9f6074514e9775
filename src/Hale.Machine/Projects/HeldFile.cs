namespace Hale.Machine.Projects;

/// <summary>A file that one process at a time holds open. The system gives it back when its holder ends, however it ends.</summary>
internal static class HeldFile
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    // How Linux, macOS and Windows say that somebody else holds a file; a folder that cannot be written is nobody's lock.
    private static readonly int[] MeansHeld = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Opens it, or gives null when somebody else holds it; it is closed to let go of it.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException refusal) when (MeansHeld.Contains(refusal.HResult))
        {
            return null;
        }
    }

    /// <summary>Waits until it is free.</summary>
    /// <exception cref="IOException">As for <see cref="TryTake"/>, or it is not free within the patience.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="TryTake"/>.</exception>
    public static async Task<FileStream> TakeAsync(string path, TimeSpan patience, TimeProvider clock, CancellationToken stop)
    {
        for (var began = clock.GetTimestamp(); ;)
        {
            if (TryTake(path) is { } held)
            {
                return held;
            }

            if (clock.GetElapsedTime(began) > patience)
            {
                throw new IOException($"another process does not let go of {path}");
            }

            await Task.Delay(BetweenTries, clock, stop).ConfigureAwait(false);
        }
    }
}
