using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>An image that has to be built here is looked for in a registry.</summary>
public sealed class RegistryLocalImagePulled : ImageFault
{
    public override string Id => "registry-local-image-pulled";

    public override string Title => "An image that is built locally is looked for in a registry";

    public override string Page => """
        A service names an image that no registry has, and nothing in the stack builds it.

        ## What we look at
        Docker Hub's answer that the image does not exist or needs a login, for a name without a registry; or, where Docker Hub cannot
        be reached, a name that says of itself that it is local (a tag `dev` or `local`, a group that ends in `-local`).

        ## Why it happens
        The image is built by a script, a Makefile or another project, and that did not run here.

        ## What mends it
        The build that makes it, which only a person knows; or a `build:` section, so that Compose makes it.

        ## When it is not this
        A known image that cannot be pulled is `registry-dns` or `registry-unreachable`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.LocalOnly;

    private protected override bool AnotherPlaceMayServe => false;

    private protected override string Cause(WantedImage image) =>
        $"is not here, and by its name and the registry's answer it is built locally rather than pulled ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) => [$"docker build -t {image} FOLDER    # the folder with its Dockerfile"];
}
