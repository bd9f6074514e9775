using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The archive no longer has the release that the image was made from.</summary>
public sealed partial class BuildAptEolSuite : BuildFault
{
    public override string Id => "build-apt-eol-suite";

    public override string Title => "The package archive no longer has the release of the base image";

    public override string Page => """
        `apt-get update` asks the archive for a release that is not there.

        ## What we look at
        apt's line that the repository has no Release file.

        ## Why it happens
        The release reached the end of its life and was moved to another host (`archive.debian.org`, `old-releases.ubuntu.com`), or a
        repository that the Dockerfile adds does not serve this release.

        ## What mends it
        A person: a newer tag of the base image. A build without the cache does not help.

        ## When it is not this
        One package that the archive no longer has is `build-apt-stale-404`.
        """;

    private protected override Regex Line => NoRelease();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) => step.Service is { } service
        ? new Finding(Id, service, $"the archive has no release '{line.Groups[1].Value}', which is asked for in the build of {Place(step)}")
        : null;

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "take a newer tag in the FROM of the Dockerfile, such as debian:trixie or python:3.13-slim-trixie",
        "or, to keep the old release for now: RUN sed -i 's|deb.debian.org|archive.debian.org|; s|security.debian.org|archive.debian.org|' /etc/apt/sources.list before apt-get update");

    // E: The repository 'http://deb.debian.org/debian buster Release' does not have a Release file.
    [GeneratedRegex(@"^E: The repository '(.+?)(?: Release)?' (?:does not have a Release file|no longer has a Release file)")]
    private static partial Regex NoRelease();
}
