using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Certificates;

/// <summary>Makes what is missing of the project's certificate and leaves what is right, so that doing it twice changes nothing.</summary>
public sealed class CertificateHand(Project project, AuthorityStore authorities, TimeProvider clock) : IHand
{
    private readonly LeafStore _leaves = new(project);

    public bool Takes(Act act) => act is MakeCertificate;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var wanted = (MakeCertificate)act;
        try
        {
            using var authority = await authorities.OpenAsync(stop).ConfigureAwait(false);
            if (!IsFit(wanted.Hosts, authority.Certificate))
            {
                var (chain, key) = authority.Sign(wanted.Hosts, clock.GetUtcNow());
                _leaves.Write(chain, key, authority.Certificate);
            }

            using var leaf = _leaves.Read() ?? throw new CryptographicException("the certificate that was made is not there");
            return new Receipt(true, $"the certificate is .hale/certificates/{LeafStore.CertificateName}, good until {CertificateFile.EndOf(leaf):yyyy-MM-dd}")
            {
                Undo = wanted.Targets.Count > 0 ? "hale undo" : "rm -r .hale/certificates",
                Overlay = [.. MountsOf(wanted, CertificateFile.FingerprintOf(leaf)), .. TrustOf(wanted, CertificateFile.FingerprintOf(authority.Certificate))],
            };
        }
        catch (Exception refusal) when (refusal is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, $"the certificate could not be made: {refusal.Message}");
        }
    }

    private bool IsFit(IReadOnlyList<string> hosts, X509Certificate2 authority)
    {
        try
        {
            using var leaf = _leaves.Read();
            return leaf is not null
                && CertificateFile.EndOf(leaf) - clock.GetUtcNow() >= CertificateFacts.RenewedWithin
                && CertificateFile.IsSignedBy(leaf, authority) && _leaves.HasAuthority(authority)
                && !hosts.Except(CertificateFile.HostsOf(leaf)).Any();
        }
        catch (Exception refusal) when (refusal is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private IEnumerable<OverlayLine> MountsOf(MakeCertificate wanted, string fingerprint) =>
        from service in wanted.Targets.GroupBy(target => target.Service, target => target.Folder)
        let line = new OverlayLine { Service = service.Key, Path = [], Values = [], Because = $"'{service.Key}' wants the project's certificate" }
        from one in (OverlayLine[])
        [
            line with { Path = ["volumes"], Values = [.. service.Select(folder => $"{project.CertificateFolder}:{folder}:ro")], IsList = true, Part = "certificates" },
            line with { Path = ["labels", CertificateLabels.Fingerprint], Values = [fingerprint] },
        ]
        select one;

    private static IEnumerable<OverlayLine> TrustOf(MakeCertificate wanted, string fingerprint) =>
        from service in wanted.Trusting
        select new OverlayLine
        {
            Service = service,
            Path = ["labels", CertificateLabels.Authority],
            Values = [fingerprint],
            Because = $"'{service}' trusts Hale's local authority",
        };
}
