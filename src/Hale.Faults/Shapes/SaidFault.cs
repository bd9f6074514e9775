using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>A fault that shows alike in a failed build step and in a container's output: a tool that projects run in either.</summary>
public abstract class SaidFault : Fault
{
    public override Needs Needs => Needs.Attempt | Needs.Containers;

    /// <summary>The line that shows it.</summary>
    private protected abstract Regex Line { get; }

    /// <summary>The finding; null when the rest of the evidence says that it is something else.</summary>
    private protected abstract Finding? Find(Said said, Match line, Evidence evidence);

    public override Diagnosis Detect(Evidence evidence)
    {
        var lines = Said.In(evidence).Select(said => (Said: said, Line: said.Find(Line))).Where(one => one.Line is not null).ToList();
        var findings = lines.Select(one => Find(one.Said, one.Line!, evidence)).OfType<Finding>().DistinctBy(finding => finding.Subject).ToList();
        // A line that the other readings are to judge is judged only when they are there.
        return findings.Count > 0 ? Diagnosis.Present(findings) : NothingFound.In(evidence, lines.Count > 0 ? Needs : Needs.Attempt | Needs.Containers);
    }
}
