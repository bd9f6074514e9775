using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Trust;

/// <summary>Something on the way inspects TLS, this machine trusts it, and what the project's builds run in does not.</summary>
public sealed class TlsInspectedBuild : Fault
{
    public override string Id => "tls-inspected-build";

    public override string Title => "Builds do not trust the authority that signs for the package registries here";

    public override Needs Needs => Needs.Images | Needs.Trust;

    // What programs say then of the certificates that they are shown.
    public override IReadOnlyList<string> Causes => ["npm-tls", "build-pip-tls"];

    public override string Page => """
        On this network a proxy answers in the name of the package registries, with certificates of an authority that was added to
        this machine. Base images do not know that authority, so `npm ci`, `pip install` and the like fail in a build.

        ## What we look at
        The authorities that somebody added to this machine's store; who signs, seen from here, for the registries that the
        project's builds use (told from `package.json`, `pyproject.toml` and so on, and from the addresses in the Dockerfiles);
        and whether the base image is one that was already given those authorities.

        ## Why it happens
        A company's network, an antivirus or a sandbox inspects TLS. Containers have their own store of authorities.

        ## What mends it
        The base image is derived once, with the authorities added to its store (none is taken away) and the usual variables set
        (`NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE`, `REQUESTS_CA_BUNDLE` and so on), and the overlay lets the build begin from it.
        What is built from it trusts them too when it runs.

        ## When it is not this
        An engine that cannot pull for the same reason is `registry-tls-untrusted`. A service that is not built here and runs the
        project's code is `tls-inspected-run`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Images.Has(out var images))
        {
            return Diagnosis.CannotTell(evidence.Images.Unknown);
        }

        var bases = images.Images.Where(IsBase).ToList();
        if (bases.Count == 0)
        {
            return Diagnosis.Absent;
        }

        if (!evidence.Trust.Has(out var trust))
        {
            return Diagnosis.CannotTell(evidence.Trust.Unknown);
        }

        // A host that cannot be reached says nothing, for or against.
        return trust.Hosts.FirstOrDefault(host => host.ByExtra) is { } inspected
            ? Diagnosis.Present(
            [
                .. bases.Select(image => new Finding(
                    Id,
                    image.Reference,
                    $"'{image.Reference}' does not trust '{inspected.Root}', an authority added to this machine, which signs for {inspected.Host} here")),
            ])
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TrustInImage(finding.Subject, finding.Says)],
        Advice = ["hale explain tls-inspected-build"],
    };

    /// <summary>True for an image that builds begin from, that can be had and that was not given this machine's authorities.</summary>
    internal static bool IsBase(WantedImage image) =>
        image is { BuiltFromBy.Count: > 0, OnlyCopiedFrom: false, TrustsHost: false }
        && (image.Present || image.Redirect is not null || image.Registry is { Kind: RegistryAnswerKind.Offered });
}
