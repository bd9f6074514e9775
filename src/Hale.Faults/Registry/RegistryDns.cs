using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The engine cannot look up the registry's name.</summary>
public sealed class RegistryDns : ImageFault
{
    public override string Id => "registry-dns";

    public override string Title => "The name of an image's registry cannot be looked up";

    public override string Page => """
        An image is needed that the engine does not have, and the engine cannot find the registry's address.

        ## What we look at
        What the engine says when it is asked about the image at its registry: that there is no such host, or that the name
        server does not answer. Before that, what the reference is: a name that only this project builds, a misspelt build stage
        and the image of a `# syntax=` line fail with the same words and are other faults.

        ## Why it happens
        There is no network, a VPN or a captive portal stands between, the machine may not reach registries at all, or the
        registry's name is misspelt.

        ## What mends it
        A mirror that offers the image: those of `x-hale: mirrors:` in the Compose file, of `HALE_REGISTRY_MIRRORS`, and of the
        engine's settings, in this order. Where there is none and the distribution's archive answers, a stand-in is built from
        Debian's packages under a name of Hale's own, and said to be one. Either is used through the overlay; no official name is
        given to anything else, and the project's files stay as they are.

        ## When it is not this
        A registry whose address is known and that does not answer is `registry-unreachable`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.NameLookUp;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry's name cannot be looked up ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) =>
    [
        $"docker pull {image}    # once the machine reaches the registry",
        "export HALE_REGISTRY_MIRRORS=HOST:PORT    # a registry that this machine does reach",
    ];
}
