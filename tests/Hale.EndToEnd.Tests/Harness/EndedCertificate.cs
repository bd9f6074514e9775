using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hale.EndToEnd.Tests.Harness;

/// <summary>Puts a certificate that ended yesterday in the place of a project's own: of the same key, for the same hosts, by the same authority.</summary>
internal static class EndedCertificate
{
    public static void Put(string folder, string authorityFolder)
    {
        using var authority = X509Certificate2.CreateFromPemFile(Path.Combine(authorityFolder, "authority.pem"), Path.Combine(authorityFolder, "authority-key.pem"));
        using var leaf = X509Certificate2.CreateFromPemFile(Path.Combine(folder, "localhost.pem"), Path.Combine(folder, "localhost-key.pem"));
        using var key = leaf.GetECDsaPrivateKey()!;
        var request = new CertificateRequest(leaf.SubjectName, key, HashAlgorithmName.SHA256);
        foreach (var extension in leaf.Extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        // An authority cannot have signed before it was there, so it is signed in its name.
        var (ended, began) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(-91));
        using var signing = authority.GetECDsaPrivateKey()!;
        using var old = request.Create(authority.SubjectName, X509SignatureGenerator.CreateForECDsa(signing), began, ended, [1]);
        File.WriteAllText(Path.Combine(folder, "localhost.pem"), $"{old.ExportCertificatePem()}\n{authority.ExportCertificatePem()}\n");
    }
}
