using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The registry answered that it has no such image or tag.</summary>
public sealed class RegistryManifestUnknown : ImageFault
{
    public override string Id => "registry-manifest-unknown";

    public override string Title => "The registry has no such image or tag";

    public override string Page => """
        The registry answered, and has no image of this name and tag.

        ## What we look at
        The registry's answer about an image that the engine does not have.

        ## Why it happens
        The tag is misspelt, was never there, or was taken away.

        ## What mends it
        The right name in the Compose file or the Dockerfile, which only a person can choose.

        ## When it is not this
        An image that this project builds itself and that was never built is `registry-local-image-pulled`.
        One whose publisher took all its tags away is `registry-image-moved`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.NotFound;

    private protected override bool AnotherPlaceMayServe => false;

    private protected override string Cause(WantedImage image) => $"is not in its registry ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) => [$"change '{image}' where it is named to a tag that the registry has"];
}
