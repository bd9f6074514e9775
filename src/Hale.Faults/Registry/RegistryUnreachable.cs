using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The registry's address is known, and nothing answers there.</summary>
public sealed class RegistryUnreachable : ImageFault
{
    public override string Id => "registry-unreachable";

    public override string Title => "An image's registry does not answer";

    public override string Page => """
        An image is needed that the engine does not have, and its registry does not answer the engine.

        ## What we look at
        What the engine says when it is asked about the image at its registry: a refused connection, no route, or no answer in time.

        ## Why it happens
        A firewall stands between, the registry is down, or the machine needs a proxy that the engine does not know: the shell's
        `HTTPS_PROXY` does not reach `dockerd`.

        ## What mends it
        A mirror that offers the image, else a stand-in built from Debian's packages, as for `registry-dns`.

        ## When it is not this
        A registry that answers and will not serve is `registry-rate-limit`, `registry-auth` or `registry-5xx`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.Unreachable;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry does not answer ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) =>
    [
        "docker info --format '{{.HTTPSProxy}}'    # the proxy that the engine itself uses",
        $"docker pull {image}    # once the machine reaches the registry",
    ];
}
