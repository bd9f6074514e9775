using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>A fault for which BuildKit refuses a build before its first step, so that only its own last words tell.</summary>
public abstract partial class RefusedBuildFault : Fault
{
    public override Needs Needs => Needs.Attempt | Needs.Sources;

    /// <summary>BuildKit's refusal.</summary>
    private protected abstract Regex Refusal { get; }

    /// <summary>The finding; null when the rest of the evidence says that it is something else.</summary>
    /// <param name="refused">Which build was refused, and where.</param>
    /// <param name="refusal">What matched.</param>
    private protected abstract Finding? Find(RefusedBuild refused, Match refusal);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Attempt.Has(out var attempt))
        {
            return Diagnosis.CannotTell(evidence.Attempt.Unknown);
        }

        var at = attempt.ComposeSaid.Select(line => Place().Match(line)).LastOrDefault(match => match.Success);
        var refusals = attempt.ComposeSaid.Select(line => (Line: line, Match: Refusal.Match(line))).Where(said => said.Match.Success).ToList();
        List<Finding> findings =
        [
            .. from said in refusals
               let sources = evidence.Sources.Known?.Sources ?? []
               let named = Target().Match(said.Line) is { Success: true } target ? target.Groups[1].Value : null
               let source = sources.FirstOrDefault(one => one.Service == named) ?? (sources.Count == 1 ? sources[0] : null)
               let finding = Find(new RefusedBuild(source?.Service ?? named ?? Finding.WholeStack, source, sources, at?.Value), said.Match)
               where finding is not null
               select finding,
        ];
        // A refusal that what lies on disk is to judge is judged only when that is known.
        return findings.Count > 0 || refusals.Count == 0 ? Diagnosis.Present(findings) : NothingFound.In(evidence, Needs);
    }

    // Dockerfile:2
    [GeneratedRegex(@"^\S+:\d{1,6}$")]
    private static partial Regex Place();

    // ERROR: target api: failed to solve: the Dockerfile cannot be empty
    [GeneratedRegex(@"ERROR: target (\S+): ")]
    private static partial Regex Target();
}

/// <summary>A build that was refused as a whole.</summary>
/// <param name="Service">The service; <c>stack</c> when it cannot be told.</param>
/// <param name="Source">What it is built from; null when it cannot be told.</param>
/// <param name="Sources">What all services are built from.</param>
/// <param name="At">The place in the Dockerfile, such as <c>Dockerfile:2</c>; null when there is none.</param>
public sealed record RefusedBuild(string Service, SeenSource? Source, IReadOnlyList<SeenSource> Sources, string? At)
{
    /// <summary>The build in words that begin a sentence.</summary>
    public string Says => Service == Finding.WholeStack ? "a build" : $"the build of '{Service}'";

    /// <summary>The Dockerfile, relative to the project, with the line; what BuildKit said when that is all there is.</summary>
    public string Place => Source?.Dockerfile is { } file ? At is { } at ? $"{file} line {at[(at.LastIndexOf(':') + 1)..]}" : file : At is { } alone ? $"{alone.Replace(":", " line ", StringComparison.Ordinal)}" : "the Dockerfile";
}
