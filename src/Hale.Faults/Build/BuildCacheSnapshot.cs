using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>BuildKit remembers a layer that no longer exists.</summary>
public sealed partial class BuildCacheSnapshot : BuildFault
{
    public override string Id => "build-cache-snapshot";

    public override string Title => "The build cache remembers a layer that no longer exists";

    public override string Page => """
        BuildKit wants to build on a layer that it made earlier, and the layer is gone.

        ## What we look at
        BuildKit's refusal of the step, which names a snapshot that does not exist.

        ## Why it happens
        Images or caches were pruned while a build ran, or the engine was stopped hard. It is known of engines that keep images in containerd.

        ## What mends it
        The service is built once without the cache, which makes the layers anew.

        ## When it is not this
        A file of the project that is not found is `build-copy-missing`.
        """;

    private protected override Regex Line => Gone();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) => step.Service is { } service
        ? new Finding(Id, service, $"the build cache of '{service}' names a layer that no longer exists ('{line.Value}')")
        : null;

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new RebuildService(finding.Subject, finding.Says)],
        Advice = [$"docker compose build --no-cache {finding.Subject}", "docker builder prune"],
    };

    // failed to prepare extraction snapshot "extract-…": parent snapshot sha256:… does not exist: not found
    // failed to stat lower snapshot …: snapshot … does not exist      failed to get layer sha256:…: layer does not exist
    [GeneratedRegex("parent snapshot \\S+ does not exist|failed to prepare extraction snapshot|failed to stat lower snapshot|failed to get layer \\S+: layer does not exist")]
    private static partial Regex Gone();
}
