using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hale.Machine.Certificates;

/// <summary>Reads certificates and keys in PEM, bounded, and tells what they say.</summary>
internal static class CertificateFile
{
    private const int Largest = 64 << 10;

    /// <summary>The first certificate of a file, with its key where a key file is named; null when there is no such file.</summary>
    /// <exception cref="CryptographicException">It is no certificate, or the key does not belong to it; the message is in plain words.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static X509Certificate2? Read(string file, string? keyFile = null)
    {
        if (Text(file) is not { } certificate)
        {
            return null;
        }

        var key = keyFile is null ? null : Text(keyFile) ?? throw new CryptographicException($"its key {Path.GetFileName(keyFile)} is not there");
        try
        {
            return key is null ? X509Certificate2.CreateFromPem(certificate) : X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception refusal) when (refusal is CryptographicException or ArgumentException)
        {
            throw new CryptographicException(
                key is null ? $"{Path.GetFileName(file)} is no certificate" : $"{Path.GetFileName(file)} and {Path.GetFileName(keyFile)} are no certificate with its key", refusal);
        }
    }

    /// <summary>A certificate's SHA-256 fingerprint, lower-case hexadecimal.</summary>
    public static string FingerprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();

    /// <summary>The host names and addresses that a certificate is for.</summary>
    public static IReadOnlyList<string> HostsOf(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault() is { } names
            ? [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(address => address.ToString())]
            : [];

    /// <summary>True when the one names the other's key and name as those of its issuer.</summary>
    public static bool IsSignedBy(X509Certificate2 certificate, X509Certificate2 authority) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(authority.SubjectName.RawData)
        && certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } issuer
        && authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } own
        && issuer.Span.SequenceEqual(own.SubjectKeyIdentifierBytes.Span);

    public static DateTimeOffset EndOf(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    // A pipe in the place of a file has no length, and whoever reads it waits for a writer.
    private static string? Text(string file)
    {
        try
        {
            return new FileInfo(file).Length is > 0 and <= Largest
                ? File.ReadAllText(file)
                : throw new CryptographicException($"{Path.GetFileName(file)} is no certificate and no key");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
