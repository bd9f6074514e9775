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

    public override string Page => """
        `apt-get install` names a package that is not in the package lists of that layer.

        ## What we look at
        apt's line that names the package, and whether the same instruction updates the lists first.

        ## Why it happens
        The lists are not there, since base images come without them and another layer has removed them; or the lists of an earlier layer are
        kept by the build cache and were made without a network, for `apt-get update` does not fail then; or the package has another name in
        this release.

        ## What mends it
        Where the instruction itself does not update the lists, the service is built once without the cache. What keeps it away for good is
        `apt-get update && apt-get install` in one `RUN`. A name that does not exist is a person's to correct.

        ## When it is not this
        A host that could not be looked up above that line is `build-dns`; a package that is known and not there any more is
        `build-apt-stale-404`.
        """;

    private protected override Regex Line => Unknown();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence)
    {
        if (step.Service is not { } service || step.Output.Any(text => Network().IsMatch(text)))
        {
            return null;
        }

        var updates = Update().IsMatch(step.Instruction);
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

    // E: Unable to locate package poetry      E: Package 'python2' has no installation candidate
    [GeneratedRegex(@"^E: (?:Unable to locate package |Package ')([^\s']+)(?:' has no installation candidate)?")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\bapt(?:-get)?\b[^&|;]* update\b")]
    private static partial Regex Update();

    [GeneratedRegex("^(?:W: Failed to fetch|Err:|W: Some index files failed)|Temporary failure resolving")]
    private static partial Regex Network();
}
