using System.Text;
using System.Text.Json;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Journals;

/// <summary>The project's journal, <c>.hale/journal.jsonl</c>: each line is on the disk before Hale goes on.</summary>
public sealed class JournalFile(Project project, TimeProvider clock) : IJournal
{
    private readonly Lock _gate = new();
    private long? _last;

    private string PathOfIt => Path.Combine(project.State, "journal.jsonl");

    public long Begin(Finding finding, Act act)
    {
        lock (_gate)
        {
            var entry = (_last ?? LastOnDisk()) + 1;
            _last = entry;
            Write(new JournalLine { Entry = entry, At = clock.GetUtcNow(), Begin = new(finding.Fault, finding.Subject, finding.Says, act) });
            return entry;
        }
    }

    public void End(long entry, Receipt receipt)
    {
        lock (_gate)
        {
            Write(new JournalLine { Entry = entry, At = clock.GetUtcNow(), End = new(receipt.Done, receipt.Says, receipt.Undo) });
        }
    }

    private void Write(JournalLine line)
    {
        new StateFolder(project).Make();
        using var file = new FileStream(PathOfIt, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, JournalJson.Default.JournalLine) + "\n"));
        file.Flush(flushToDisk: true);
    }

    private long LastOnDisk() => File.Exists(PathOfIt) ? File.ReadLines(PathOfIt).Select(EntryOf).DefaultIfEmpty().Max() : 0;

    // A line that was cut short by a crash counts for nothing.
    private static long EntryOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalLine)?.Entry ?? 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }
}
