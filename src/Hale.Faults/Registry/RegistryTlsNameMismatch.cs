using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The certificate of the registry is for another host.</summary>
public sealed class RegistryTlsNameMismatch : ImageFault
{
    public override string Id => "registry-tls-name-mismatch";

    public override string Title => "The registry's certificate is for another host";

    public override string Page => """
        Who answers for the registry has a certificate in which the registry's name, or its address, does not stand.

        ## What we look at
        The engine's words about an image that it does not have: `doesn't contain any IP SANs`, `certificate is valid for …, not …`.

        ## Why it happens
        A registry of one's own is asked by its address, or by a name that was given to it later.

        ## What mends it
        A mirror that offers the image, else a stand-in built from Debian's packages. For good: a certificate that names the host as it is asked,
        or an image reference with the name that the certificate has.

        ## When it is not this
        An authority that the engine does not know is `registry-tls-untrusted`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.NameMismatch;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the registry's certificate is for another host ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) =>
    [
        $"openssl s_client -connect {image.Split('/')[0]} </dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName    # the names that it has; :443 where no port is given",
        $"make the registry's certificate anew with the name {image.Split('/')[0]}, or change '{image}' to one of the names that it has",
    ];
}
