using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>An index has a package, and no file of it that this image can use.</summary>
public sealed partial class PoetryNoCandidate : PoetrySaid
{
    public override string Id => "poetry-no-candidate";

    public override string Title => "There is no file of a package for this image";

    public override string Page => """
        The lock names a package, and the index has only files for another system, processor or Python: no wheel fits and there is no source to build from.

        ## What we look at
        Poetry's sentence, the package it names, and how many candidates it passed over.

        ## Why it happens
        An image with musl (Alpine), another processor, or a Python that is newer than the package's wheels; or the file was withdrawn after it was locked.

        ## What mends it
        A base image that the package has wheels for (mostly one with glibc, such as Debian's), or another version of the package.

        ## When it is not this
        When something is built and fails, there was a source: `poetry-build-dep`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        $"the index has no file of {line.Groups["name"].Value} that this image can use",
        "begin the Dockerfile from a Debian image with an older Python, or ask for another version: poetry add PACKAGE@VERSION",
        $"see what there is: pip download --no-deps {line.Groups["name"].Value.Split(' ')[0]}");

    // Unable to find installation candidates for mac (1.0)
    [GeneratedRegex("""(?:Unable to find installation candidates for (?<name>\S+ \([^)]*\))|(?<name>\S+\.whl) is not a supported wheel on this platform)""")]
    private static partial Regex Said();
}
