using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Certificates;

/// <summary>Looks at what a project wants of certificates, and at what is there. No key leaves it.</summary>
public sealed class CertificateSight(Project project, AuthorityStore authorities, SystemStore system, TimeProvider clock)
{
    private const int LargestBundle = 8 << 20;

    private readonly LeafStore _leaves = new(project);

    /// <summary>The facts; nothing is looked at when the project wants no certificate, unless <paramref name="always"/>.</summary>
    public Reading<CertificateFacts> Look(Stack stack, bool always = false)
    {
        var mounts = MountsOf(stack);
        var wanted = mounts.Count > 0 || stack.Settings.Certificates is not null;
        if (!wanted && !always)
        {
            return Reading.Of(new CertificateFacts());
        }

        try
        {
            using var authority = ReadAuthority();
            var facts = WithLeaf(
                new CertificateFacts { At = clock.GetUtcNow(), Wanted = wanted, Hosts = CertificateHosts.Of(stack), Authority = authority is null ? null : Of(authority) },
                authority);
            return Reading.Of(facts with
            {
                Mounts = [.. mounts.Select(target => See(stack, target, facts.Leaf))],
                Trusting = [.. (stack.Settings.Certificates?.Trust ?? []).Select(stack.Find).OfType<Service>().Select(service => new CertificateTrust(service.Name, Trusts(service, authority)))],
            });
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return Reading.Blind<CertificateFacts>($"the project's certificate or its authority cannot be read: {refusal.Message}");
        }
    }

    private X509Certificate2? ReadAuthority()
    {
        try
        {
            return authorities.Read();
        }
        catch (CryptographicException)
        {
            return null; // What is none is made anew.
        }
    }

    private static List<CertificateTarget> MountsOf(Stack stack)
    {
        var labels = from service in stack.Services
                     where service.CertificatesAt is not null
                     select new CertificateTarget(service.Name, service.CertificatesAt ?? "");
        var settings = from mount in stack.Settings.Certificates?.Mounts ?? new Dictionary<string, string>()
                       where stack.Find(mount.Key) is not null
                       select new CertificateTarget(mount.Key, mount.Value);
        return [.. labels.Concat(settings).Select(target => target with { Folder = target.Folder.TrimEnd('/') }).Distinct()];
    }

    private AuthorityFacts Of(X509Certificate2 authority) => new()
    {
        File = authorities.File,
        Until = CertificateFile.EndOf(authority),
        Fingerprint = CertificateFile.FingerprintOf(authority),
        Trusted = system.Trusts(authority),
        StoreFile = system.FileFor(CertificateFile.FingerprintOf(authority)),
    };

    private CertificateFacts WithLeaf(CertificateFacts facts, X509Certificate2? authority)
    {
        try
        {
            using var leaf = _leaves.Read();
            return leaf is null ? facts : facts with
            {
                Leaf = new LeafFacts
                {
                    Hosts = CertificateFile.HostsOf(leaf),
                    Until = CertificateFile.EndOf(leaf),
                    Fingerprint = CertificateFile.FingerprintOf(leaf),
                    ByAuthority = authority is not null && CertificateFile.IsSignedBy(leaf, authority) && _leaves.HasAuthority(authority),
                },
            };
        }
        catch (CryptographicException refusal)
        {
            return facts with { LeafFlaw = refusal.Message };
        }
    }

    private CertificateMount See(Stack stack, CertificateTarget target, LeafFacts? leaf)
    {
        var service = stack.Find(target.Service)!;
        var mounted = service.Mounts.Any(mount => mount is { Kind: "bind" } && mount.Source == project.CertificateFolder && mount.Target == target.Folder);
        return new CertificateMount(target.Service, target.Folder, mounted, leaf is not null && service.CertificateFingerprint == leaf.Fingerprint);
    }

    private bool Trusts(Service service, X509Certificate2? authority) =>
        authority is not null
        && service.AuthorityFingerprint == CertificateFile.FingerprintOf(authority)
        && service.Mounts.Any(mount => mount is { Kind: "bind" } && mount.Source == project.TrustBundle)
        && SystemStore.Holds(project.TrustBundle, authority, LargestBundle) is true;
}
