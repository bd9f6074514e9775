using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Machine.Projects;

namespace Hale.Machine.Checkouts;

/// <summary>This user's checkouts, in <c>$XDG_STATE_HOME/hale/checkouts.json</c>: what two processes ask for at the same time, only one of them gets.</summary>
public sealed class CheckoutList(string folder, TimeProvider clock)
{
    private const int MostGone = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Content? _read;

    /// <summary>Where the last change put what it found in the list's place and could not read; null when there was nothing of the kind.</summary>
    public string? KeptAside { get; private set; }

    private string PathOfIt => Path.Combine(folder, "checkouts.json");

    /// <summary>All that are known, those whose folder is gone too; none where the list cannot be read.</summary>
    public IReadOnlyList<KnownCheckout> Read()
    {
        try
        {
            // A run asks again and again, and a keeper for days: it is read anew when it was written anew.
            var stamp = Stamp();
            var read = _read is { } before && before.Stamp == stamp ? before : new Content(stamp, Known() ?? []);
            _read = read;
            return read.Checkouts;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Those that are where they were or beside it, each with its place; of those whose folder is gone, only the names given are looked for.</summary>
    public IReadOnlyList<KnownCheckout> There(IReadOnlySet<string> names) =>
    [
        .. from one in Read()
           where Directory.Exists(one.Folder) || names.Contains(one.Name)
           let now = Whereabouts.Of(one)
           where now is not null
           select one with { Folder = now, Was = one.Folder },
    ];

    /// <summary>Why the list cannot be read, in one sentence; null when it can, and where there is none.</summary>
    public string? Flaw()
    {
        try
        {
            return Known() is null ? $"{PathOfIt} is no list of checkouts" : null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return refusal.Message;
        }
    }

    /// <summary>Changes the list while nobody else does. One that is damaged is kept aside.</summary>
    /// <exception cref="IOException">It cannot be written, or somebody else does not let go of it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read or written.</exception>
    public async Task<T> ChangeAsync<T>(Func<IReadOnlyList<KnownCheckout>, (IReadOnlyList<KnownCheckout> List, T Result)> change, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var held = await HeldFile.TakeAsync(Path.Combine(folder, "checkouts.lock"), Patience, clock, stop).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            KeptAside = null;
            var target = Target();
            var known = Known();
            if (known is null)
            {
                KeptAside = target == PathOfIt ? Aside() : throw new IOException($"{PathOfIt} is a link to {target}, which is no list of checkouts");
            }

            var (list, result) = change(known ?? []);
            var there = list.Where(one => Directory.Exists(one.Folder)).ToList();
            var gone = list.Except(there).OrderByDescending(one => one.LastUp).Take(MostGone);
            IReadOnlyList<KnownCheckout> kept = [.. there.Concat(gone).OrderBy(one => one.Folder, StringComparer.Ordinal)];
            WholeFile.Put(Path.GetDirectoryName(target)!, target, JsonSerializer.SerializeToUtf8Bytes(kept, CheckoutJson.Default.IReadOnlyListKnownCheckout), WholeFile.RightsOf(target), overwrite: true);
            return result;
        }
    }

    private string Stamp() => new FileInfo(PathOfIt) is { Exists: true } file
        ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks} {FileState.MarkOf(PathOfIt)}")
        : "";

    // Null for what is there and is none.
    private IReadOnlyList<KnownCheckout>? Known()
    {
        if (Directory.Exists(PathOfIt))
        {
            throw new IOException($"{PathOfIt} is a folder, where Hale's list of checkouts belongs");
        }

        if (!File.Exists(PathOfIt))
        {
            return [];
        }

        try
        {
            return HandWritten.Text(PathOfIt) is { Length: > 0 } text && JsonSerializer.Deserialize(text, CheckoutJson.Default.IReadOnlyListKnownCheckout) is { } known
                ? [.. known.Where(one => one is { Folder: not null, Name: not null, Ports: not null })]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A link that the user put in its place stays one.
    private string Target()
    {
        if (new FileInfo(PathOfIt) is not { LinkTarget: not null } link)
        {
            return PathOfIt;
        }

        var target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? PathOfIt;
        return !Directory.Exists(Path.GetDirectoryName(target)) ? throw new IOException($"{PathOfIt} is a link to {target}, whose folder is not there")
            : File.Exists(target) && !FileState.IsMine(target) ? throw new IOException($"{PathOfIt} is a link to {target}, which is another user's")
            : target;
    }

    private string Aside()
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{PathOfIt}.damaged-{clock.GetUtcNow():yyyyMMddTHHmmssfffZ}");
        File.Move(PathOfIt, aside);
        return aside;
    }

    private sealed record Content(string Stamp, IReadOnlyList<KnownCheckout> Checkouts);
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

    /// <summary>The folder that it was in before it was moved; not kept.</summary>
    [JsonIgnore]
    public string? Was { get; init; }

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
