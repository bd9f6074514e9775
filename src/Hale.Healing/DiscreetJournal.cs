using Hale.Kernel.Faults;

namespace Hale.Healing;

/// <summary>Has everything written into the journal without the project's secrets.</summary>
/// <param name="journal">The journal.</param>
/// <param name="redact">Takes the secrets out of a text.</param>
public sealed class DiscreetJournal(IJournal journal, Func<string, string> redact) : IJournal
{
    public long Begin(Finding finding, Act act, string? undo = null) => journal.Begin(finding with { Says = redact(finding.Says) }, act.Told(redact), undo);

    public void End(long entry, Receipt receipt) => journal.End(entry, receipt with { Says = redact(receipt.Says) });
}
