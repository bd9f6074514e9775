using System.Security.Cryptography.X509Certificates;

namespace Hale.Machine.Certificates;

/// <summary>This machine's own store of authorities: where an added one lies, which command takes it up, and whether it has one.</summary>
/// <param name="bundles">The files in which a system keeps all authorities that it trusts; the first that is there counts.</param>
public sealed class SystemStore(IReadOnlyList<string> bundles)
{
    private const int LargestBundle = 8 << 20;

    /// <summary>How the name of each file that Hale adds begins.</summary>
    public const string NameBegins = "hale-authority-";

    // Debian and Ubuntu; Fedora and its kin; Arch; openSUSE.
    private static readonly Way[] Linux =
    [
        new("/usr/local/share/ca-certificates", "update-ca-certificates", []),
        new("/etc/pki/ca-trust/source/anchors", "update-ca-trust", ["extract"]),
        new("/etc/ca-certificates/trust-source/anchors", "update-ca-trust", []),
        new("/etc/pki/trust/anchors", "update-ca-certificates", []),
    ];

    /// <summary>The bundles of the usual distributions.</summary>
    public static IReadOnlyList<string> KnownBundles { get; } =
    [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ];

    /// <summary>How this machine takes up an authority; null where Hale knows no way.</summary>
    internal Way? Here { get; } = OperatingSystem.IsLinux() ? Linux.FirstOrDefault(way => Directory.Exists(way.Folder)) : null;

    /// <summary>The file that makes the store trust the authority with this fingerprint; null where Hale knows no such store.</summary>
    public string? FileFor(string fingerprint) => Here is { } way ? Path.Combine(way.Folder, $"{NameBegins}{fingerprint[..8]}.crt") : null;

    /// <summary>Whether the store trusts the authority; null when that cannot be told.</summary>
    public bool? Trusts(X509Certificate2 authority)
    {
        if (OperatingSystem.IsMacOS())
        {
            return IsRoot(authority);
        }

        return bundles.FirstOrDefault(File.Exists) is { } bundle ? Holds(bundle, authority, LargestBundle) : null;
    }

    /// <summary>Whether a bundle in PEM holds a certificate; null when it cannot be read.</summary>
    internal static bool? Holds(string bundle, X509Certificate2 certificate, int largest)
    {
        try
        {
            return new FileInfo(bundle) is { Exists: true, Length: > 0 } file && file.Length <= largest
                ? File.ReadAllText(bundle).ReplaceLineEndings("\n").Contains(certificate.ExportCertificatePem().ReplaceLineEndings("\n"), StringComparison.Ordinal)
                : null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsRoot(X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(authority);
    }

    /// <summary>How a store takes up what was added.</summary>
    /// <param name="Folder">Where added authorities lie.</param>
    /// <param name="Program">The program that takes them up.</param>
    /// <param name="Arguments">What it is given.</param>
    internal sealed record Way(string Folder, string Program, IReadOnlyList<string> Arguments);
}
