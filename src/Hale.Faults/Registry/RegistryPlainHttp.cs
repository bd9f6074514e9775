using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The registry speaks without TLS, and the engine may not.</summary>
public sealed class RegistryPlainHttp : ImageFault
{
    public override string Id => "registry-plain-http";

    public override string Title => "The registry speaks without TLS, and the engine was not allowed to";

    public override string Page => """
        The registry answered without TLS. The engine speaks so only to registries at 127.0.0.0/8 and to those that its settings name.

        ## What we look at
        The engine's words about an image that it does not have: `server gave HTTP response to HTTPS client`.

        ## Why it happens
        A registry of one's own, started without a certificate.

        ## What mends it
        A mirror that offers the image, else a stand-in built from Debian's packages. For good: a certificate for the registry; or, in a network that
        is trusted, the registry's address among `insecure-registries` in the engine's settings, which is for whoever runs the engine to decide.

        ## When it is not this
        A registry that shows a certificate which the engine does not trust is `registry-tls-untrusted`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.PlainHttp;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry speaks without TLS ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) =>
        [$$"""in /etc/docker/daemon.json: {"insecure-registries": ["{{image.Split('/')[0]}}"]}, then: sudo systemctl restart docker"""];
}
