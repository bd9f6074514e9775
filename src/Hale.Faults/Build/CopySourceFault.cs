using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A <c>COPY</c> or <c>ADD</c> whose source the builder was not given: BuildKit says the same whatever the reason, so the disk decides.</summary>
public abstract partial class CopySourceFault : Fault
{
    public override Needs Needs => Needs.Attempt | Needs.Sources;

    /// <summary>The finding; null when the source is lacking for another reason.</summary>
    /// <param name="service">The service that is built.</param>
    /// <param name="source">What it is built from.</param>
    /// <param name="lacked">What the instruction names; null when nothing that it names is lacking on disk.</param>
    /// <param name="path">The path as BuildKit names it.</param>
    private protected abstract Finding? Find(string service, SeenSource source, LackedFile? lacked, string path);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Attempt.Has(out var attempt))
        {
            return Diagnosis.CannotTell(evidence.Attempt.Unknown);
        }

        var steps = attempt.Builds.Where(step => !step.Instruction.Contains("--from=", StringComparison.Ordinal)).Select(step => (Step: step, Match: NotGiven().Match(step.Error))).Where(step => step.Match.Success).ToList();
        if (steps.Count == 0)
        {
            return Diagnosis.Absent;
        }

        return !evidence.Sources.Has(out var sources)
            ? Diagnosis.CannotTell(evidence.Sources.Unknown)
            : Diagnosis.Present([.. steps.Select(step => Judge(step.Step, step.Match.Groups[1].Value.TrimEnd('/'), sources)).OfType<Finding>().DistinctBy(finding => finding.Subject)]);
    }

    private Finding? Judge(FailedStep step, string path, SourceFacts sources)
    {
        var source = sources.Of(step.Service) ?? (sources.Sources.Count == 1 ? sources.Sources[0] : null);
        return source is null ? null : Find(source.Service, source, source.Lacked.FirstOrDefault(lacked => lacked.Below == path || lacked.Below.StartsWith(path + "/", StringComparison.Ordinal)), path);
    }

    /// <summary>The instruction's place, in words that end a sentence.</summary>
    private protected static string Place(SeenSource source, LackedFile lacked) =>
        $"{source.Dockerfile ?? "the Dockerfile in the Compose file"} line {lacked.Line.ToString(CultureInfo.InvariantCulture)}";

    // failed to calculate checksum of ref 8e746e3c-…::tvv57…: "/nothere.txt": not found
    // failed to calculate checksum of ref 8e746e3c-…::dthus…: failed to walk /var/lib/docker/tmp/buildkit-mount218/assets: lstat /var/lib/docker/tmp/…: no such file or directory
    [GeneratedRegex("failed to (?:calculate checksum of ref \\S+|compute cache key): (?:\"|failed to walk /\\S*/buildkit-mount\\d+)?(/[^\":\\s]+)\"?: (?:not found|lstat)")]
    private static partial Regex NotGiven();
}
