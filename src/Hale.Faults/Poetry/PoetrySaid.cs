using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A fault that Poetry itself tells, in a build step that failed or in a container that is not well.</summary>
public abstract class PoetrySaid : Fault
{
    private const string Advice = "advice";

    public override Needs Needs => Needs.Attempt | Needs.Containers;

    /// <summary>The line that shows it.</summary>
    private protected abstract Regex Line { get; }

    /// <summary>What is wrong and what a person does about it; null when the rest says that it is something else.</summary>
    private protected abstract Told? Read(Match line, Talk talk, Evidence evidence);

    public override Diagnosis Detect(Evidence evidence)
    {
        var findings = Talks(evidence)
            .Select(talk => talk.Lines.Select(line => Line.Match(line)).FirstOrDefault(found => found.Success) is { } line && Read(line, talk, evidence) is { } told ? Finding(talk, told) : null)
            .OfType<Finding>()
            .DistinctBy(finding => finding.Subject)
            .ToList();
        return findings.Count > 0 ? Diagnosis.Present(findings) : NothingFound.In(evidence, Needs);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand([.. finding.Facts[Advice].Split('\n')]);

    private static IEnumerable<Talk> Talks(Evidence evidence) =>
    [
        .. (evidence.Attempt.Known?.Builds ?? []).Select(step => new Talk(step.Service ?? step.Step, BuildFault.Place(step), step.Instruction, step.Output)),
        .. (evidence.Containers.Known?.Containers ?? []).Where(container => container.Unwell)
            .Select(container => new Talk(container.Service, $"'{container.Service}'", string.Join(' ', container.Command), container.Log)),
    ];

    private Finding Finding(Talk talk, Told told) => new(Id, talk.Subject, $"{told.Says} ({talk.Place})")
    {
        Facts = new Dictionary<string, string>(told.Facts) { [Advice] = string.Join('\n', told.Advice) },
    };
}

/// <summary>What was said in one place.</summary>
/// <param name="Subject">The service, or the step when it serves several.</param>
/// <param name="Place">Where it was said, in words.</param>
/// <param name="Command">The instruction or the container's command.</param>
/// <param name="Lines">What was said, oldest first.</param>
internal sealed record Talk(string Subject, string Place, string Command, IReadOnlyList<string> Lines)
{
    /// <summary>True when one of the lines has the words.</summary>
    public bool Says(string words) => Lines.Any(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>The first line that the pattern finds.</summary>
    public Match First(Regex pattern) => Lines.Select(line => pattern.Match(line)).FirstOrDefault(found => found.Success) ?? Match.Empty;
}

/// <summary>What it comes to.</summary>
/// <param name="Says">The cause in one plain sentence.</param>
/// <param name="Advice">What a person does about it, one line each.</param>
internal sealed record Told(string Says, params IReadOnlyList<string> Advice)
{
    /// <summary>What the remedy needs to know beyond that, by name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
