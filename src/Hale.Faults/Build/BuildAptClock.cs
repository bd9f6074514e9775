using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The engine's clock is behind, so that apt does not believe the archive.</summary>
public sealed partial class BuildAptClock : BuildFault
{
    public override string Id => "build-apt-clock";

    public override string Title => "The clock is behind, so that apt does not believe the archive";

    public override string Page => """
        apt refuses the archive's lists, since by the clock of the engine they come from the future.

        ## What we look at
        apt's line that a Release file is not valid yet, and for how long.

        ## Why it happens
        The clock of a virtual machine stands still while the computer sleeps: known of WSL and of Docker Desktop.

        ## What mends it
        A person sets the clock: `wsl --shutdown` and a new start on Windows, a restart of Docker Desktop, or the time service.

        ## When it is not this
        A checksum that does not agree is `build-apt-hash-mismatch`. A build without the cache helps with neither.
        """;

    private protected override Regex Line => NotYet();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) => step.Service is { } service
        ? new Finding(Id, service, $"by the engine's clock the archive's lists are valid only in {line.Groups[1].Value}, in the build of {Place(step)}")
        : null;

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "date -u   # compare it with a clock that is right",
        "wsl --shutdown   # on Windows, then start Docker again; elsewhere: sudo timedatectl set-ntp true");

    // E: Release file for http://deb.debian.org/debian/dists/trixie/InRelease is not valid yet (invalid for another 3h 2min 1s). Updates …
    [GeneratedRegex(@"is not valid yet \(invalid for another (.+?)\)")]
    private static partial Regex NotYet();
}
