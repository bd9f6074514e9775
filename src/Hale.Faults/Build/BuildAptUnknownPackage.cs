using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A build step installs a package that apt does not know.</summary>
public sealed partial class BuildAptUnknownPackage : BuildFault
{
    private const string PackageFact = "package";
    private const string UpdatesFact = "updates";

    public override string Id => "build-apt-unknown-package";

    public override string Title => "A build step installs a package that apt does not know";

    public override Needs Needs => base.Needs | Needs.Sources;

    public override string Page => """
        `apt-get install` names a package that is not in the package lists of that layer.

        ## What we look at
        apt's line that names the package, and whether the same instruction updates the lists first.

        ## Why it happens
        The lists are not there, since base images come without them and another layer has removed them; or the package has another name in
        this release.

        ## What mends it
        Where the instruction itself does not update the lists, the service is built once without the cache. What keeps it away for good is
        `apt-get update && apt-get install` in one `RUN`. A name that does not exist is a person's to correct.

        ## When it is not this
        A host that could not be looked up above that line is `build-dns`; a package that is known and not there any more is
        `build-apt-stale-404`. Lists that an earlier instruction has fetched are `build-apt-poisoned-layer`.
        """;

    private protected override Regex Line => Unknown();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence)
    {
        if (step.Service is not { } service || !KnowsArchive(step) || BuildAptPoisonedLayer.UpdateBefore(step, evidence.Sources.Known) is not null)
        {
            return null;
        }

        var updates = Updates(step);
        return new Finding(Id, service, $"apt does not know the package '{line.Groups[1].Value}' in the build of {Place(step)}{(updates ? "" : "; that instruction does not update the package lists")}")
        {
            Facts = new Dictionary<string, string> { [PackageFact] = line.Groups[1].Value, [UpdatesFact] = updates ? "yes" : "" },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var package = finding.Facts[PackageFact];
        return finding.Facts[UpdatesFact].Length > 0
            ? Remedy.ByHand($"apt-cache search {package}   # in a container of the base image, after apt-get update")
            : new Remedy
            {
                Acts = [new RebuildService(finding.Subject, finding.Says)],
                Advice = [$"RUN apt-get update && apt-get install -y {package}   # both in one instruction of the Dockerfile"],
            };
    }

    /// <summary>True when the instruction itself fetches the lists.</summary>
    internal static bool Updates(FailedStep step) => Update().IsMatch(step.Instruction);

    /// <summary>False when the step itself says that it did not reach the archive.</summary>
    internal static bool KnowsArchive(FailedStep step) => !step.Output.Any(text => Network().IsMatch(text));

    // E: Unable to locate package poetry      E: Package 'python2' has no installation candidate
    [GeneratedRegex(@"^E: (?:Unable to locate package |Package ')([^\s']+)(?:' has no installation candidate)?")]
    internal static partial Regex Unknown();

    [GeneratedRegex(@"\bapt(?:-get)?\b[^&|;]* update\b")]
    private static partial Regex Update();

    [GeneratedRegex("^(?:W: Failed to fetch|Err:|W: Some index files failed)|Temporary failure resolving")]
    private static partial Regex Network();
}
