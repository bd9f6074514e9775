using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Journals;

/// <summary>Takes back what the journal tells: files byte for byte, volumes, lines of the overlay; for the rest it names the command, or says that it cannot.</summary>
public sealed class Undoing(Project project, JournalFile journal, IOverlayStore overlay, IVolumeKeeper volumes)
{
    private const string NothingLeft = "it left nothing behind";

    private readonly Originals _originals = new(project);

    /// <summary>The acts that were begun and not taken back, newest first.</summary>
    public IReadOnlyList<JournalledAct> Acts()
    {
        var lines = journal.Lines();
        var undone = lines.Where(line => line.Undone is not null).Select(line => line.Entry).ToHashSet();
        var ends = lines.Where(line => line.End is not null).ToLookup(line => line.Entry, line => line.End!);
        return
        [
            .. from line in lines
               where line.Begin is not null && !undone.Contains(line.Entry)
               let end = ends[line.Entry].LastOrDefault()
               where end is null or { Done: true }
               orderby line.Entry descending
               select ActOf(line, end, lines),
        ];
    }

    /// <summary>How many lines of the journal are not the journal's, so that what they told of cannot be taken back.</summary>
    public int UnreadableLines() => journal.UnreadableLines();

    /// <summary>The acts of the last run that did any.</summary>
    public IReadOnlyList<JournalledAct> LastRun()
    {
        var acts = Acts();
        return [.. acts.Where(act => act.Run == acts[0].Run)];
    }

    /// <summary>Takes one act back. A file that was changed since is left as it is; what is in a volume by now is kept beside what comes back.</summary>
    public async Task<Receipt> UndoAsync(JournalledAct act, CancellationToken stop)
    {
        var lines = journal.Lines();
        var begin = lines.First(line => line.Entry == act.Entry && line.Begin is not null).Begin!;
        var end = lines.LastOrDefault(line => line.Entry == act.Entry && line.End is not null)?.End;
        if (begin.Kept.FirstOrDefault(kept => InsideProject.PathOf(project, kept.Path) is null) is { } elsewhere)
        {
            return new Receipt(false, InsideProject.LeadsOut(elsewhere.Path));
        }

        if (end is not null && begin.Kept.FirstOrDefault(kept => _originals.DigestOf(kept.Path) != end.After.GetValueOrDefault(kept.Path) && !_originals.IsOriginal(kept)) is { } changed)
        {
            return new Receipt(false, changed.Original is { } original
                ? $"{changed.Path} was changed since; its original is {Path.Combine(".hale", original)}"
                : $"{changed.Path} was changed since; there was no such file before");
        }

        try
        {
            return begin.Act is RenewVolume renew ? await PutBackAsync(act.Entry, renew, lines, stop).ConfigureAwait(false) : TakeBack(act.Entry, begin, end);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, refusal.Message);
        }
    }

    private async Task<Receipt> PutBackAsync(long entry, RenewVolume renew, IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        if (KeptOf(renew, entry, lines) is not { } kept)
        {
            return new Receipt(false, $"the journal does not tell what was kept of the volume {renew.EngineName}");
        }

        var receipt = await volumes.PutBackAsync(kept, stop).ConfigureAwait(false);
        if (receipt.Done)
        {
            journal.Undone(entry, receipt.Says);
        }

        return receipt;
    }

    // What was kept last before the volume was made anew.
    private static KeptVolume? KeptOf(RenewVolume renew, long entry, IReadOnlyList<JournalLine> lines) =>
        lines.LastOrDefault(line => line.Entry < entry && line.End is { Done: true, Volume: { } kept } && kept.EngineName == renew.EngineName)?.End!.Volume;

    private Receipt TakeBack(long entry, Beginning begin, Ending? end)
    {
        string[] files = [.. begin.Kept.Where(kept => !_originals.IsOriginal(kept)).Select(kept => _originals.Restore(entry, kept))];

        overlay.Remove(end?.Overlay ?? []);
        var gone = begin.Kept.Count > 0 || end is { Overlay.Count: > 0 };
        if (!gone && CommandOf(begin, end) is { } command)
        {
            return new Receipt(false, "") { Undo = command };
        }

        if (!gone && end?.Volume is { } volume)
        {
            journal.Undone(entry, NothingLeft);
            return new Receipt(true, $".hale/{volume.File} stays until you remove it");
        }

        if (!gone && !begin.Act.Passes)
        {
            return new Receipt(false, "what it did lies outside the project's files, and Hale knows no way to take it back");
        }

        if (!gone)
        {
            journal.Undone(entry, NothingLeft);
            return new Receipt(true, NothingLeft);
        }

        string[] parts = end is { Overlay.Count: > 0 } ? [.. files, "took its lines out of the overlay"] : files;
        var says = parts.Length == 0 ? "nothing of it is there any more" : string.Join(", ", parts);
        journal.Undone(entry, says);
        return new Receipt(true, says);
    }

    // An act that was heard to end has told the last about it.
    private static string? CommandOf(Beginning begin, Ending? end) => end is null ? begin.Undo : end.Undo;

    private static string WayOf(JournalLine line, Ending? end, IReadOnlyList<JournalLine> lines) => (line.Begin!, end) switch
    {
        ({ Act: RenewVolume renew }, _) => KeptOf(renew, line.Entry, lines) is { } kept ? $"puts .hale/{kept.File} back into the volume" : "cannot be taken back",
        (_, { Volume: { } volume }) => $"nothing to take back; .hale/{volume.File} stays",
        ({ Kept: { Count: > 0 } files }, _) => string.Join(", ", files.Select(file => file.Original is null ? $"removes {file.Path}" : $"restores {file.Path}")),
        (_, { Overlay.Count: > 0 }) => "takes its lines out of the overlay",
        _ when CommandOf(line.Begin!, end) is { } command => $"by hand: {command}",
        ({ Act.Passes: true }, _) => NothingLeft,
        _ => "cannot be taken back",
    };

    private JournalledAct ActOf(JournalLine line, Ending? end, IReadOnlyList<JournalLine> lines) => new(line.Entry, line.Begin!.Run, line.At, line.Begin.Fault, line.Begin.Subject, line.Begin.Does)
    {
        Way = WayOf(line, end, lines),
        BrokenOff = end is not null ? (end.Says == Receipt.BrokenOff ? end.Says : null)
            : line.Begin.Kept.Count == 0 ? Receipt.BrokenOff
            : line.Begin.Kept.All(_originals.IsOriginal) ? "it was broken off before it changed anything" : "it was broken off after its change",
    };
}

/// <summary>An act as the journal tells it.</summary>
/// <param name="Entry">Its number.</param>
/// <param name="Run">The run that it belongs to.</param>
/// <param name="At">When it began.</param>
/// <param name="Fault">The fault that it was to mend.</param>
/// <param name="Subject">What that was about.</param>
/// <param name="Does">What it did.</param>
public sealed record JournalledAct(long Entry, string Run, DateTimeOffset At, string Fault, string Subject, string Does)
{
    /// <summary>How it is taken back, in a few words.</summary>
    public required string Way { get; init; }

    /// <summary>How far it came, when it did not come to its end; null when it did.</summary>
    public string? BrokenOff { get; init; }
}
