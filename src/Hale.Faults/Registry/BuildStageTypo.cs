using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>A Dockerfile names a stage that it does not have, so that BuildKit looks for an image of that name.</summary>
public sealed class BuildStageTypo : ImageFault
{
    public override string Id => "build-stage-typo";

    public override string Title => "A Dockerfile names a stage that it does not have";

    public override string Page => """
        A `FROM` or `COPY --from` names something that is nearly one of the Dockerfile's own stages. BuildKit takes it for an image and
        looks for it in Docker Hub.

        ## What we look at
        The stages of the Dockerfile, and a name that is one letter away from one of them and that no registry gives.

        ## Why it happens
        The name is misspelt, or the stage was renamed.

        ## What mends it
        The right name in the Dockerfile.

        ## When it is not this
        A name that is not like any stage is an image: `registry-dns`, `registry-manifest-unknown`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.StageTypo;

    private protected override bool AnotherPlaceMayServe => false;

    private protected override string Cause(WantedImage image) => $"is no image, and nearly the build stage '{image.LooksLike}'";

    private protected override IReadOnlyList<string> Advise(string image) => [$"change '{image}' in the Dockerfile to the stage that is meant"];
}
