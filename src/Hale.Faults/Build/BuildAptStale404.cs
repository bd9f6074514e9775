using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The package lists in a cached layer name packages that the archive no longer has.</summary>
public sealed partial class BuildAptStale404 : BuildFault
{
    public override string Id => "build-apt-stale-404";

    public override string Title => "The package lists in the build cache are older than the archive";

    public override string Page => """
        `apt-get install` asked the archive for a package in a version that is no longer there.

        ## What we look at
        apt's line that a package could not be fetched since the archive answered 404.

        ## Why it happens
        `apt-get update` and `apt-get install` are two instructions: the build cache keeps the lists of the first for months, and the archive
        removes a package when a newer version takes its place.

        ## What mends it
        The service is built once without the cache, which fetches the lists anew. What keeps it away for good is
        `apt-get update && apt-get install` in one `RUN`.

        ## When it is not this
        A whole release that the archive no longer has is `build-apt-eol-suite`; there a build without the cache does not help.
        """;

    private protected override Regex Line => Gone();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) =>
        step.Service is { } service && !step.Output.Any(text => text.Contains("does not have a Release file", StringComparison.Ordinal))
            ? new Finding(Id, service, $"the archive no longer has {Uri.UnescapeDataString(line.Groups[1].Value)}, which the package lists name in the build of {Place(step)}")
            : null;

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new RebuildService(finding.Subject, finding.Says)],
        Advice = [$"docker compose build --no-cache {finding.Subject}", "RUN apt-get update && apt-get install -y …   # both in one instruction of the Dockerfile"],
    };

    // E: Failed to fetch http://deb.debian.org/debian/pool/main/c/cowsay/cowsay_3.03_all.deb  404  Not Found [IP: 151.101.2.132 80]
    [GeneratedRegex(@"^E: Failed to fetch \S*/(\S+\.deb)\s+404\s+Not Found")]
    private static partial Regex Gone();
}
