using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hale.Kernel;
using Hale.Kernel.Faults;

namespace Hale.Images.Trust;

/// <summary>The certificate authorities that somebody added to this machine's store, read from where distributions keep them.</summary>
public sealed class HostAuthorities(IReadOnlyList<string> folders, Func<string, string?> environment)
{
    /// <summary>Debian and Ubuntu; Fedora and its kin; Arch; openSUSE.</summary>
    public static IReadOnlyList<string> KnownFolders { get; } =
    [
        "/usr/local/share/ca-certificates",
        "/etc/pki/ca-trust/source/anchors",
        "/etc/ca-certificates/trust-source/anchors",
        "/etc/pki/trust/anchors",
    ];

    private static readonly string[] Bundles =
    [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ];

    private static readonly string[] NamingVariables = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"];

    /// <summary>The label of an image that trusts the authorities with this <see cref="Key"/>.</summary>
    public const string Label = "hale.trusts";

    /// <summary>The authorities added, each once.</summary>
    public Reading<IReadOnlyList<AddedAuthority>> Read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Reading.Blind<IReadOnlyList<AddedAuthority>>("which certificate authorities were added to this system is only known on Linux");
        }

        var added = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".crt" or ".pem" or ".cer" && !IsOfHale(file))
            .Concat(NamedFiles())
            .Order(StringComparer.Ordinal)
            .SelectMany(Certificates)
            .DistinctBy(found => found.Fingerprint);
        return Reading.Of<IReadOnlyList<AddedAuthority>>([.. added]);
    }

    /// <summary>The same for the same authorities, whatever their order.</summary>
    public static string Key(IEnumerable<AddedAuthority> added)
    {
        var all = string.Join('\n', added.Select(one => one.Fingerprint).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(all)))[..16];
    }

    /// <summary>This machine's whole bundle of roots, in PEM; null when it has none.</summary>
    public static string? Bundle() => Bundles.FirstOrDefault(File.Exists) is { } file ? File.ReadAllText(file) : null;

    /// <summary>A file that only adds (it holds few certificates) says what somebody added; a whole bundle says nothing.</summary>
    private IEnumerable<string> NamedFiles() =>
        from name in NamingVariables
        let file = environment(name)
        where file is { Length: > 0 } && File.Exists(file) && !Bundles.Contains(Resolve(file)) && new FileInfo(file).Length < 64 << 10
        select file;

    // Hale's own signs for this machine's hosts alone: no registry is behind it, so no build has to trust it.
    private static bool IsOfHale(string file) => Path.GetFileName(file).StartsWith("hale-authority-", StringComparison.Ordinal);

    private static string Resolve(string file) => File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;

    private static List<AddedAuthority> Certificates(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
            if (certificates.Count == 0)
            {
                certificates.Add(X509CertificateLoader.LoadCertificateFromFile(file));
            }
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return [];
        }

        return [.. certificates.Select(certificate =>
        {
            using (certificate)
            {
                var fingerprint = Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
                return new AddedAuthority(certificate.Subject, file, fingerprint, certificate.ExportCertificatePem(), certificate.RawData);
            }
        })];
    }
}

/// <summary>An authority that was added, with its certificate.</summary>
public sealed record AddedAuthority(string Subject, string File, string Fingerprint, string Pem, byte[] Raw)
{
    public ExtraAuthority Facts => new(Subject, File, Fingerprint);
}
