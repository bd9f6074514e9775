using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>The engine does not trust the certificate of who answers for the registry.</summary>
public sealed class RegistryTlsUntrusted : ImageFault
{
    public override string Id => "registry-tls-untrusted";

    public override string Title => "The engine does not trust the registry's certificate";

    public override string Page => """
        Who answers for the registry has a certificate that the engine does not trust.

        ## What we look at
        The engine's words about an image that it does not have: an `x509` failure.

        ## Why it happens
        A proxy inspects TLS and the engine was started before its authority was added to this machine, or never was told of it;
        or the registry is a company's own.

        ## What mends it
        A mirror that the engine trusts, else a stand-in built from Debian's packages. For good: the authority's certificate in
        `/etc/docker/certs.d/HOST/ca.crt`, or in this machine's store with the engine started again afterwards.

        ## When it is not this
        A failure inside a build's `RUN` step is about the trust of the base image: `tls-inspected-build`. A
        certificate whose time is over, or that is for another host, is `registry-tls-expired-or-clock` or `registry-tls-name-mismatch`.
        """;

    private protected override ImageTrouble Trouble => ImageTrouble.Untrusted;

    private protected override string Cause(WantedImage image) => $"cannot be pulled: the engine does not trust the registry's certificate ({MissingImage.WordsOf(image)})";

    private protected override IReadOnlyList<string> Advise(string image) =>
        ["sudo mkdir -p /etc/docker/certs.d/HOST && sudo cp AUTHORITY.crt /etc/docker/certs.d/HOST/ca.crt    # HOST is the registry's"];
}
