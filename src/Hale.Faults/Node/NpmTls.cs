using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Trust;

namespace Hale.Faults.Node;

/// <summary>npm does not trust the certificate of who answers for its registry.</summary>
public sealed partial class NpmTls : CertificateFault
{
    public override string Id => "npm-tls";

    public override string Title => "npm does not trust its registry's certificate";

    public override string Page => """
        npm reached its registry, or who answers in its name, and does not trust the certificate that it was shown.

        ## What we look at
        npm's code (SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_GET_ISSUER_CERT_LOCALLY and the like) and the address that it asked.

        ## Why it happens
        A company's network, an antivirus or a sandbox inspects TLS, or the registry is a company's own. Node has a store of authorities of its
        own and does not look at that of the system.

        ## What mends it
        Where authorities were added to this machine, they are given to the base image, or to the container of a service that is not built here.
        Otherwise a person: the authority's certificate in the image, and `NODE_EXTRA_CA_CERTS` or `cafile` that names it. Turning
        `strict-ssl` off would let anybody answer.

        ## When it is not this
        No connection at all is `npm-registry-unreachable`. An inspected network that is seen before anything fails is `tls-inspected-build`.
        """;

    private protected override Regex Line => Distrust();

    private protected override string? Judge(Said said, Match line) =>
        $"npm does not trust the certificate of {said.Find(Address())?.Groups[1].Value ?? "its registry"} ({line.Groups[1].Value}) in {said.Place}";

    // npm error code SELF_SIGNED_CERT_IN_CHAIN
    [GeneratedRegex("^npm (?:ERR!|error) code (SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID)$")]
    private static partial Regex Distrust();

    // npm error request to https://registry.npmjs.org/is-odd failed, reason: self-signed certificate in certificate chain
    [GeneratedRegex(@"request to (https?://[^/\s]+)\S* failed")]
    private static partial Regex Address();
}
