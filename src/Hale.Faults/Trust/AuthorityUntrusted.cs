using Hale.Kernel.Faults;

namespace Hale.Faults.Trust;

/// <summary>The project has a certificate, and this machine does not trust the authority that signed it.</summary>
public sealed class AuthorityUntrusted : Fault
{
    public override string Id => "authority-untrusted";

    public override string Title => "This machine does not trust the authority that signs the project's certificate";

    public override Needs Needs => Needs.Certificates;

    public override string Page => """
        The project's certificate is signed by this user's own local authority, and this machine's store does not have that authority. HTTPS works; browsers
        and tools warn of it.

        ## What we look at
        Whether this machine's bundle of authorities (such as `/etc/ssl/certs/ca-certificates.crt`) holds the authority's certificate.

        ## Why it happens
        An authority that was just made is known to nobody, and no tool should be trusted unasked.

        ## What mends it
        With consent, its certificate is copied to where this system keeps added authorities and taken up with `update-ca-certificates` (Debian, openSUSE),
        `update-ca-trust` (Fedora, Arch) or `security add-trusted-cert` (macOS, where this was never tried). `hale certs untrust` takes it out again. Its
        key stays with this user. Firefox, and Chromium on Linux, have stores of their own: give them the file that `hale certs` names.

        ## When it is not this
        A certificate that is missing or ends soon is `certificate-due`. A registry whose certificate the engine does not trust is `registry-tls-untrusted`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Certificates.Has(out var facts))
        {
            return Diagnosis.CannotTell(evidence.Certificates.Unknown);
        }

        return facts switch
        {
            { Wanted: false } or { Authority: null } => Diagnosis.Absent, // What there is not yet is trusted by nobody.
            { Authority.Trusted: null } => Diagnosis.CannotTell("this machine's bundle of certificate authorities cannot be read"),
            { Authority: { Trusted: false } authority } => Diagnosis.Present(
                new Finding(Id, "authority.pem", $"this machine does not trust Hale's local authority ({authority.File}), so browsers and tools warn of the project's certificate")
                {
                    OnlyWarns = true,
                    Facts = new Dictionary<string, string> { ["fingerprint"] = authority.Fingerprint },
                }),
            _ => Diagnosis.Absent,
        };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new TrustAuthority(finding.Facts["fingerprint"], finding.Says)],
        Advice = ["hale certs trust"],
    };
}
