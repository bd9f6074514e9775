using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>BuildKit did not find a file that is there.</summary>
public sealed class BuildCacheChecksumRace : CopySourceFault
{
    public override string Id => "build-cache-checksum-race";

    public override string Title => "BuildKit did not find a file that is there";

    public override string Page => """
        A `COPY` or `ADD` failed for a file that exists, that no ignore file keeps out, and that lies inside the build context.

        ## What we look at
        The path that BuildKit did not find, and the build context on disk: nothing that the Dockerfile copies is lacking there.

        ## Why it happens
        BuildKit compares the context with what it kept of an earlier build, and can be wrong about it for a moment; or the file was made
        while the build ran.

        ## What mends it
        The build is tried once more.

        ## When it is not this
        A file that is lacking is `build-copy-missing`; one that is kept out is `build-copy-dockerignored`.
        """;

    private protected override Finding? Find(string service, SeenSource source, LackedFile? lacked, string path) => lacked is null && source.ContextExists
        ? new Finding(Id, service, $"the build of '{service}' did not find '{path}', though everything that {source.Dockerfile ?? "the Dockerfile"} copies is there and is not ignored")
        : null;

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TryAgain(finding.Subject, finding.Says)],
        Advice = [$"docker compose build --no-cache {finding.Subject}"],
    };
}
