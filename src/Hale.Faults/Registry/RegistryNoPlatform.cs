using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The registry has the image for other kinds of machine only.</summary>
public sealed class RegistryNoPlatform : ImageFault
{
    public override string Id => "registry-no-platform";

    public override string Title => "The image is not offered for this kind of machine";

    public override string Page => """
        The registry has the image, and none of its platforms is the engine's. A pull ends with `no matching manifest`.

        ## What we look at
        The platforms that the registry names for an image that the engine does not have, and the engine's own. A service with a `platform:` of
        its own is left alone.

        ## Why it happens
        The image is built for one processor only, most often for amd64, and this machine has another, such as a Mac with Apple silicon.

        ## What mends it
        A mirror that offers it for this machine, else a stand-in built from Debian's packages. Otherwise a person: another tag or image, or
        `platform:` in the Compose file together with an emulator, which is slow.

        ## When it is not this
        A container that runs a program for another processor is `image-wrong-arch`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.NoPlatform;

    private protected override string Cause(WantedImage image) => $"is not offered for this kind of machine ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) =>
    [
        $"docker buildx imagetools inspect {image}    # the platforms that it has",
        "docker run --privileged --rm tonistiigi/binfmt --install all    # an emulator; then platform: linux/amd64 (or the one that it has) for the service",
    ];
}
