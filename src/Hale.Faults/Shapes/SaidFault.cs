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
        var findings = Said.In(evidence)
            .Select(said => said.Find(Line) is { } line ? Find(said, line, evidence) : null)
            .OfType<Finding>()
            .DistinctBy(finding => finding.Subject)
            .ToList();
        return findings.Count == 0 && evidence.Containers.Known is null ? Diagnosis.CannotTell(evidence.Containers.Unknown) : Diagnosis.Present(findings);
    }
}
