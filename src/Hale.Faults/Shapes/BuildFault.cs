using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>A fault that a failed build step shows, in its output or in BuildKit's own sentence.</summary>
public abstract class BuildFault : Fault
{
    public override Needs Needs => Needs.Attempt;

    /// <summary>The line that shows it.</summary>
    private protected abstract Regex Line { get; }

    /// <summary>The finding; null when the rest of the evidence says that it is something else.</summary>
    private protected abstract Finding? Find(FailedStep step, Match line, Evidence evidence);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Attempt.Has(out var attempt))
        {
            return Diagnosis.CannotTell(evidence.Attempt.Unknown);
        }

        var said = attempt.Builds
            .Select(step => (Step: step, Line: step.Output.Append(step.Error).Select(line => Line.Match(line)).FirstOrDefault(found => found.Success)))
            .Where(one => one.Line is not null)
            .ToList();
        var findings = said.Select(one => Find(one.Step, one.Line!, evidence)).OfType<Finding>().DistinctBy(finding => finding.Subject).ToList();
        // A line that the other readings are to judge is judged only when they are there.
        return findings.Count > 0 || said.Count == 0 ? Diagnosis.Present(findings) : NothingFound.In(evidence, Needs);
    }

    /// <summary>Where it happened, in words that end a sentence: the service, the instruction, and its place in the Dockerfile.</summary>
    internal static string Place(FailedStep step)
    {
        var file = step.File is { } name ? $", {name}{(step.Line is { } line ? $" line {line}" : "")}" : "";
        return $"{(step.Service is { } service ? $"'{service}', " : "")}`{step.Instruction}`{file}";
    }
}
