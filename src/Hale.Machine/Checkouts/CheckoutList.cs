using System.Text.Json;
using Hale.Machine.Projects;

namespace Hale.Machine.Checkouts;

/// <summary>This user's checkouts, in <c>$XDG_STATE_HOME/hale/checkouts.json</c>: what two processes ask for at the same time, only one of them gets.</summary>
public sealed class CheckoutList(string folder, TimeProvider clock)
{
    private const int MostGone = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private string PathOfIt => Path.Combine(folder, "checkouts.json");

    /// <summary>All that are known, those whose folder is gone too; none where the list cannot be read.</summary>
    public IReadOnlyList<KnownCheckout> Read()
    {
        try
        {
            return HandWritten.Text(PathOfIt) is { Length: > 0 } text && JsonSerializer.Deserialize(text, CheckoutJson.Default.IReadOnlyListKnownCheckout) is { } known
                ? [.. known.Where(one => one is { Folder: not null, Name: not null, Ports: not null })]
                : [];
        }
        catch (Exception refusal) when (refusal is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Changes the list while nobody else does.</summary>
    /// <exception cref="IOException">It cannot be written, or somebody else does not let go of it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public async Task<T> ChangeAsync<T>(Func<IReadOnlyList<KnownCheckout>, (IReadOnlyList<KnownCheckout> List, T Result)> change, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var held = await HeldFile.TakeAsync(Path.Combine(folder, "checkouts.lock"), Patience, clock, stop).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            var (list, result) = change(Read());
            var there = list.Where(one => Directory.Exists(one.Folder)).ToList();
            var gone = list.Except(there).OrderByDescending(one => one.LastUp).Take(MostGone);
            IReadOnlyList<KnownCheckout> kept = [.. there.Concat(gone).OrderBy(one => one.Folder, StringComparer.Ordinal)];
            WholeFile.Put(folder, PathOfIt, JsonSerializer.SerializeToUtf8Bytes(kept, CheckoutJson.Default.IReadOnlyListKnownCheckout), null, overwrite: true);
            return result;
        }
    }
}

/// <summary>A checkout that was brought up by Hale.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Name">The Compose project name that it goes by.</param>
public sealed record KnownCheckout(string Folder, string Name)
{
    /// <summary>What tells it from any other one, wherever it is; null when an older Hale wrote it down.</summary>
    public string? Id { get; init; }

    /// <summary>What tells its folder from a later one at the same path; null where the system does not tell.</summary>
    public string? Mark { get; init; }

    /// <summary>For a name that Hale gave: the folder of the checkout that had the project's own.</summary>
    public string? Other { get; init; }

    /// <summary>When it was brought up last.</summary>
    public DateTimeOffset LastUp { get; init; }

    /// <summary>The ports that it is about to publish, as long as <see cref="Pid"/> lives.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];

    /// <summary>The process that brings it up.</summary>
    public int Pid { get; init; }

    /// <summary>When that process started, as the system counts.</summary>
    public long Started { get; init; }
}
