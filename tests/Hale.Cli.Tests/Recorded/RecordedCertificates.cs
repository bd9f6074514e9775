using Hale.Cli.Runs;
using Hale.Kernel.Faults;

namespace Hale.Cli.Tests.Recorded;

/// <summary>What a look at certificates gave.</summary>
internal static class RecordedCertificates
{
    public const string Authority = "fb29c5040c2519d522f9a9d41f9b48ca86111c13bc1de974b00480d5871d2b9a";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A certificate that is mounted where it is wanted, of an authority that the machine does not trust.</summary>
    public static CertsReport Mounted { get; } = new()
    {
        Folder = "/srv/notes/.hale/certificates",
        Facts = new CertificateFacts
        {
            At = Now,
            Wanted = true,
            Authority = new AuthorityFacts { File = "/home/ada/.local/share/hale/authority/authority.pem", Until = Now.AddYears(10), Fingerprint = Authority, Trusted = false },
            Leaf = new LeafFacts { Hosts = ["localhost", "*.localhost", "notes.localhost", "127.0.0.1"], Until = Now.AddDays(90), Fingerprint = Authority[..32] + Authority[..32], ByAuthority = true },
            Mounts = [new CertificateMount("web", "/etc/nginx/certs", true, true)],
            Trusting = [new CertificateTrust("api", true)],
        },
    };

    /// <summary>A project that wants one, before the first run.</summary>
    public static CertsReport NotYet { get; } = new()
    {
        Folder = "/srv/notes/.hale/certificates",
        Facts = new CertificateFacts { At = Now, Wanted = true, Mounts = [new CertificateMount("web", "/etc/nginx/certs", false, false)] },
        Due = ["the project wants a certificate for its hosts, and there is none yet"],
    };
}
