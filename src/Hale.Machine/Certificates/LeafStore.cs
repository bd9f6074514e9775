using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Certificates;

/// <summary>The project's certificate in <c>.hale/certificates</c>, with its chain, its key, and the authority's certificate.</summary>
internal sealed class LeafStore(Project project)
{
    private const UnixFileMode OnlyMine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ForAllToRead = OnlyMine | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public const string CertificateName = "localhost.pem";
    public const string KeyName = "localhost-key.pem";
    public const string AuthorityName = "authority.pem";

    public string File => Path.Combine(project.CertificateFolder, CertificateName);

    public string KeyFile => Path.Combine(project.CertificateFolder, KeyName);

    /// <summary>The certificate; null when there is none.</summary>
    /// <exception cref="CryptographicException">What lies there is no certificate, or the key is not its own.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public X509Certificate2? Read() => CertificateFile.Read(File, KeyFile);

    /// <summary>True when the authority's certificate lies beside it.</summary>
    public bool HasAuthority(X509Certificate2 authority)
    {
        try
        {
            using var beside = CertificateFile.Read(project.AuthorityFile);
            return beside is not null && beside.RawData.AsSpan().SequenceEqual(authority.RawData);
        }
        catch (Exception refusal) when (refusal is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes all three, each whole or not at all. The key comes first: between the two the old certificate is seen to lack its key, and is made anew.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be written.</exception>
    public void Write(string chain, string key, X509Certificate2 authority)
    {
        new StateFolder(project).Make();
        Directory.CreateDirectory(project.CertificateFolder);
        Put(KeyFile, key, OnlyMine);
        Put(File, chain, ForAllToRead);
        Put(project.AuthorityFile, authority.ExportCertificatePem() + "\n", ForAllToRead);
    }

    private void Put(string file, string text, UnixFileMode rights) => WholeFile.Put(project, file, Encoding.ASCII.GetBytes(text), rights, overwrite: true);
}
