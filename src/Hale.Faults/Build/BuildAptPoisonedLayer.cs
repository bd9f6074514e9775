using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The build cache keeps package lists that were fetched while the archive could not be reached.</summary>
public sealed class BuildAptPoisonedLayer : BuildFault
{
    public override string Id => "build-apt-poisoned-layer";

    public override string Title => "The build cache keeps package lists that are not whole";

    public override Needs Needs => base.Needs | Needs.Sources;

    public override string Page => """
        `apt-get install` does not find a package in the lists that an earlier instruction has fetched.

        ## What we look at
        apt's line that names the package, and an earlier instruction of the Dockerfile that updates the lists, while the failed one does not.

        ## Why it happens
        `apt-get update` ends well even where it reached no archive, so that the build cache keeps its empty lists as a success, and goes on
        using them when the network is there again.

        ## What mends it
        The service is built once without the cache, which fetches the lists anew. What keeps it away for good is
        `apt-get update && apt-get install` in one `RUN`. Where the package is not found then either, its name is wrong.

        ## When it is not this
        An instruction that updates the lists itself, or a Dockerfile that never does, is `build-apt-unknown-package`. Lists that are whole and
        old are `build-apt-stale-404`. A host that is not resolved is `build-dns`.
        """;

    private protected override Regex Line => BuildAptUnknownPackage.Unknown();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) =>
        step.Service is { } service && UpdateBefore(step, evidence.Sources.Known) is { } update && BuildAptUnknownPackage.KnowsArchive(step)
            ? new Finding(Id, service, $"apt does not know the package '{line.Groups[1].Value}' in the build of {Place(step)}; the package lists are those of line {Text(update)}, kept from an earlier build")
            {
                Facts = new Dictionary<string, string> { ["package"] = line.Groups[1].Value, ["update"] = Text(update) },
            }
            : null;

    public override Remedy Mend(Finding finding)
    {
        var package = finding.Facts["package"];
        return new Remedy
        {
            Acts = [new RebuildService(finding.Subject, finding.Says)],
            Advice =
            [
                $"RUN apt-get update && apt-get install -y {package}   # in place of line {finding.Facts["update"]} and this one",
                $"apt-cache search {package}   # in a container of the base image, after apt-get update: whether it has that name",
            ],
        };
    }

    /// <summary>The line of the instruction that fetched the lists which a failed step uses; null when the step itself does, or none does.</summary>
    internal static int? UpdateBefore(FailedStep step, SourceFacts? sources) => step.Line is { } line && !BuildAptUnknownPackage.Updates(step)
        ? sources?.Of(step.Service)?.AptUpdates.LastOrDefault(update => update.Line < line && line <= update.StageEnds)?.Line
        : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
