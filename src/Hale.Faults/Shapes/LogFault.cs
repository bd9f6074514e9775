using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>A fault that a service's own output shows: a line of it, together with how its container stands.</summary>
public abstract class LogFault : Fault
{
    public override Needs Needs => Needs.Containers;

    /// <summary>The line that shows it.</summary>
    private protected abstract Regex Line { get; }

    /// <summary>Which containers count: those that are not well, unless a fault says otherwise.</summary>
    private protected virtual bool Concerns(SeenContainer container) => container.Unwell;

    /// <summary>The finding; null when the rest of the evidence says that it is something else.</summary>
    private protected abstract Finding? Find(SeenContainer container, Match line, Evidence evidence);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        var said = containers.Containers.Where(Concerns)
            .Select(container => (Container: container, Line: container.Log.Select(line => Line.Match(line)).LastOrDefault(found => found.Success)))
            .Where(one => one.Line is not null)
            .ToList();
        var findings = said.Select(one => Find(one.Container, one.Line!, evidence)).OfType<Finding>().DistinctBy(finding => finding.Subject).ToList();
        // A line that the other readings are to judge is judged only when they are there.
        return findings.Count > 0 || said.Count == 0 ? Diagnosis.Present(findings) : NothingFound.In(evidence, Needs);
    }
}
