using Hale.Kernel.Faults;

namespace Hale.Faults.Trust;

/// <summary>A service that is not built here runs the project's own code, and does not trust who signs for the package registries.</summary>
public sealed class TlsInspectedRun : Fault
{
    public override string Id => "tls-inspected-run";

    public override string Title => "A service that runs the project's code does not trust this network's authority";

    public override Needs Needs => Needs.Trust;

    // What npm says then of the certificate that it is shown.
    public override IReadOnlyList<string> Causes => ["npm-tls"];

    public override string Page => """
        A service runs an image as it is, with a folder of the project mounted, and that code fetches from hosts for which an authority
        answers here that the image does not know.

        ## What we look at
        Services without `build:` that mount a folder of the project with a `package.json`, `pyproject.toml` or the like, and do not set
        `NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE` or `REQUESTS_CA_BUNDLE` themselves; and who signs for those registries, seen from here.

        ## Why it happens
        A company's network, an antivirus or a sandbox inspects TLS. Containers have their own store of authorities.

        ## What mends it
        The overlay mounts this machine's authorities read-only into the service's containers and sets the variables that name them.

        ## When it is not this
        A service that is built here gets them from its base image: `tls-inspected-build`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Trust.Has(out var trust))
        {
            return Diagnosis.CannotTell(evidence.Trust.Unknown);
        }

        return trust.Hosts.FirstOrDefault(host => host.ByExtra) is { } inspected
            ? Diagnosis.Present(
            [
                .. trust.ServicesWithout.Select(service => new Finding(
                    Id,
                    service,
                    $"'{service}' runs the project's code and does not trust '{inspected.Root}', which signs for {inspected.Host} here")),
            ])
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TrustInContainer(finding.Subject, finding.Says)],
        Advice = ["hale explain tls-inspected-run"],
    };
}
