using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Trust;

namespace Hale.Faults.Build;

/// <summary>A program in a build step does not trust who answers it, since the image lacks an authority.</summary>
public sealed partial class BuildPipTls : CertificateFault
{
    public override string Id => "build-pip-tls";

    public override string Title => "A build step does not trust the certificate of a host";

    public override string Page => """
        pip, Poetry, curl, git or the like reached a host in a build step and does not trust the certificate that it was shown. Pulling
        images may work all the same: that is done by the engine, with this machine's own trust.

        ## What we look at
        The line in which the program says that it could not verify the certificate.

        ## Why it happens
        A company's network, an antivirus or a sandbox inspects TLS, or the host is a company's own. An image has a store of authorities of its
        own; a slim one may have none at all until `ca-certificates` is installed.

        ## What mends it
        Where authorities were added to this machine, they are given to the base image. Otherwise a person: the authority's certificate in the
        image. Turning verification off would let anybody answer.

        ## When it is not this
        A registry of images that the engine does not trust is `registry-tls-untrusted`. An inspected
        network that is seen before anything fails is `tls-inspected-build`.
        """;

    private protected override Regex Line => Distrust();

    private protected override string? Judge(Said said, Match line) =>
        said.Step is null
            ? null
            : $"a program does not trust the certificate of {said.Find(Host())?.Groups["host"].Value ?? "a host"} in {said.Place}";

    // ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain
    // curl: (60) SSL certificate problem: unable to get local issuer certificate
    // fatal: unable to access 'https://example.org/': server certificate verification failed. CAfile: none CRLfile: none
    // ERROR: cannot verify example.org's certificate, issued by 'CN=Company'
    [GeneratedRegex(@"CERTIFICATE_VERIFY_FAILED|SSL certificate problem: |server certificate verification failed|ERROR: cannot verify \S+'s certificate|Certificate verification failed: |tls: failed to verify certificate: x509: certificate signed by unknown authority")]
    private static partial Regex Distrust();

    [GeneratedRegex(@"HTTPSConnectionPool\(host='(?<host>[^']+)'|https://(?<host>[^/\s'"":]+)|cannot verify (?<host>\S+)'s certificate")]
    private static partial Regex Host();
}
