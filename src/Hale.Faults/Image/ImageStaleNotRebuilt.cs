using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Image;

/// <summary>A service runs an image that was built before the files that it is built from were changed.</summary>
public sealed class ImageStaleNotRebuilt : Fault
{
    public override string Id => "image-stale-not-rebuilt";

    public override string Title => "A service runs an image that is older than the files it is built from";

    public override Needs Needs => Needs.Images | Needs.Containers | Needs.Attempt;

    public override string Page => """
        The files that an image is built from were changed after it was built, and the service still runs it: what was changed has no effect.

        ## What we look at
        What Hale noted of the build context, the Dockerfile and the `build:` section when it built the image, against the same now.

        ## Why it happens
        `docker compose up` uses an image that is there and builds none anew, unless it is told `--build`.

        ## What mends it
        `hale docker` builds such an image before it starts anything, and makes the service's containers anew.

        ## When it is not this
        A new dependency that the image has and a volume hides is `node-module-stale-volume`. A package list in the build cache that is
        too old is `build-apt-stale-404`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Images.Has(out var images) || !evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Images.Unknown ?? evidence.Containers.Unknown);
        }

        // A build that failed is told by itself.
        var failed = evidence.Attempt.Known?.Builds.Select(step => step.Service).ToHashSet() ?? [];
        return Diagnosis.Present(
        [
            .. from service in images.ChangedSinceBuilt
               where !failed.Contains(service) && containers.Of(service).Any(one => one.State is ContainerState.Running)
               select new Finding(Id, service, $"'{service}' runs an image that was built before the files it is built from were changed") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("hale docker   # builds it and makes its containers anew", $"or: docker compose up -d --build {finding.Subject}");
}
