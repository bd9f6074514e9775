using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The registry asks for a login.</summary>
public sealed class RegistryAuth : ImageFault
{
    public override string Id => "registry-auth";

    public override string Title => "The registry asks for a login";

    public override string Page => """
        The registry has the image, perhaps, and gives it only to those who log in.

        ## What we look at
        The registry's answer about an image that the engine does not have.

        ## Why it happens
        Nobody has logged in here, or the login's time is over.

        ## What mends it
        Logging in, which only a person can do.

        ## When it is not this
        Docker Hub says the same of an image that does not exist: `registry-local-image-pulled`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.Denied;

    private protected override bool AnotherPlaceMayServe => false;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry asks for a login ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) => [$"docker login {image.Split('/')[0]}"];
}
