using System.Globalization;
using System.Text;
using System.Text.Json;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Journals;

/// <summary>The project's journal, <c>.hale/journal.jsonl</c>: each line, and each original that it names, is on the disk before Hale goes on.</summary>
public sealed class JournalFile(Project project, TimeProvider clock) : IJournal
{
    private readonly Lock _gate = new();
    private readonly Originals _originals = new(project);
    private readonly Dictionary<long, Act> _open = [];
    private readonly string _run = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss.fff", CultureInfo.InvariantCulture);
    private long? _last;

    private string PathOfIt => Path.Combine(project.State, "journal.jsonl");

    public long Begin(Finding finding, Act act, string? undo = null)
    {
        lock (_gate)
        {
            // A journal that was lost gives no number twice: what is kept under it is all that is left of those acts.
            var entry = (_last ?? Lines().Select(line => line.Entry).Append(_originals.Highest()).Max()) + 1;
            _last = entry;
            _open[entry] = act;
            new StateFolder(project).Make();
            var begin = new Beginning(finding.Fault, finding.Subject, finding.Says, act) { Run = _run, Does = act.Says, Kept = _originals.Keep(entry, act.Files), Undo = undo };
            Write(new JournalLine { Entry = entry, At = clock.GetUtcNow(), Begin = begin });
            return entry;
        }
    }

    public void End(long entry, Receipt receipt)
    {
        lock (_gate)
        {
            var files = _open.Remove(entry, out var act) ? act.Files : [];
            var end = new Ending(receipt.Done, receipt.Says, receipt.Undo)
            {
                After = files.ToDictionary(file => file, _originals.DigestOf),
                Volume = receipt.Volume,
                Overlay = receipt.Overlay,
            };
            Write(new JournalLine { Entry = entry, At = clock.GetUtcNow(), End = end });
        }
    }

    /// <summary>Notes that an act was taken back.</summary>
    internal void Undone(long entry, string says)
    {
        lock (_gate)
        {
            Write(new JournalLine { Entry = entry, At = clock.GetUtcNow(), Undone = new TakenBack(says) });
        }
    }

    /// <summary>All lines, oldest first. A line that was cut short by a crash, or is not one of Hale's, counts for nothing; what the first was to tell had not begun, or shows as broken off.</summary>
    internal IReadOnlyList<JournalLine> Lines() => [.. Texts().Select(Read).OfType<JournalLine>()];

    /// <summary>How many lines are none that a journal has.</summary>
    internal int UnreadableLines() => Texts().Count(line => Read(line) is null && !IsCutShort(line));

    // A pipe in its place has no length, and whoever reads it waits for a writer.
    private IEnumerable<string> Texts() => new FileInfo(PathOfIt) is { Exists: true, Length: > 0 } ? File.ReadLines(PathOfIt) : [];

    private void Write(JournalLine line)
    {
        new StateFolder(project).Make();
        using var file = new FileStream(PathOfIt, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (!file.CanSeek)
        {
            throw new IOException($"{PathOfIt} is no ordinary file");
        }

        var start = LacksLineEnd(file) ? "\n" : "";
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes($"{start}{JsonSerializer.Serialize(line, JournalJson.Default.JournalLine)}\n"));
        file.Flush(flushToDisk: true);
    }

    // After a crash the last line may lack its end, and the next one is not to become a part of it.
    private static bool LacksLineEnd(FileStream file)
    {
        if (file.Length == 0)
        {
            return false;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    private static JournalLine? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalLine) is { IsWhole: true } whole ? whole : null;
        }
        catch (Exception refusal) when (refusal is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsCutShort(string line)
    {
        if (!line.StartsWith("{\"entry\":", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line), isFinalBlock: false, default);
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
