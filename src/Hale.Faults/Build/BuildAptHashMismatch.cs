using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>What apt fetched is not what the archive says it should be.</summary>
public sealed partial class BuildAptHashMismatch : BuildFault
{
    public override string Id => "build-apt-hash-mismatch";

    public override string Title => "What apt fetched is not what the archive announced";

    public override string Page => """
        A package list or a package that apt fetched has another size or checksum than the signed list of the release says.

        ## What we look at
        apt's line that says "Hash Sum mismatch" or that a file has an unexpected size.

        ## Why it happens
        The mirror is being updated at this moment, or a proxy between here and the archive gives an old file.

        ## What mends it
        The build is tried once more. When it stays, a proxy keeps the old file.

        ## When it is not this
        A list that is "not valid yet" is `build-apt-clock`.
        """;

    private protected override Regex Line => Mismatch();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) => step.Service is { } service
        ? new Finding(Id, service, $"what apt fetched has another checksum or size than the archive announced, in the build of {Place(step)}")
        : null;

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = ["RUN apt-get -o Acquire::http::No-Cache=true update && apt-get install -y …   # goes past a proxy's cache"],
    };

    // E: Failed to fetch http://…/Packages.gz  Hash Sum mismatch      File has unexpected size (12 != 34). Mirror sync in progress?
    [GeneratedRegex("Hash Sum mismatch|File has unexpected size .*Mirror sync in progress")]
    private static partial Regex Mismatch();
}
