using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hale.Kernel.Faults;
using Hale.Machine.Projects;

namespace Hale.Machine.Certificates;

/// <summary>Where this user's authority is kept: one for all projects, made when it is first needed, its key for this user alone.</summary>
public sealed class AuthorityStore(string folder, TimeProvider clock)
{
    private const UnixFileMode OnlyMine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OnlyMyFolder = OnlyMine | UnixFileMode.UserExecute;
    private const UnixFileMode ForAllToRead = OnlyMine | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The authority's certificate.</summary>
    public string File => Path.Combine(folder, "authority.pem");

    /// <summary>The folder that holds both.</summary>
    internal string Folder => folder;

    internal string KeyFile => Path.Combine(folder, "authority-key.pem");

    /// <summary>The folder by the XDG convention.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static string FolderOf(Func<string, string?> variable) => Path.Combine(UserFolders.Data(variable), "authority");

    /// <summary>The authority's certificate, without its key; null when none was made yet.</summary>
    /// <exception cref="CryptographicException">What lies there is no certificate.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal X509Certificate2? Read() => CertificateFile.Read(File);

    /// <summary>Makes the authority where there is none.</summary>
    /// <returns>Its certificate's SHA-256 fingerprint, lower-case hexadecimal.</returns>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    public async Task<string> EnsureAsync(CancellationToken stop)
    {
        using var authority = await OpenAsync(stop).ConfigureAwait(false);
        return CertificateFile.FingerprintOf(authority.Certificate);
    }

    /// <summary>The fingerprint of the authority that is there; null when there is none that can be read.</summary>
    public string? Fingerprint()
    {
        try
        {
            using var certificate = Read();
            return certificate is null ? null : CertificateFile.FingerprintOf(certificate);
        }
        catch (Exception refusal) when (refusal is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The authority with its key. One is made where there is none, where what lies there is none, or where it ends before a certificate of its would.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    internal async Task<Authority> OpenAsync(CancellationToken stop)
    {
        if (!Directory.Exists(folder))
        {
            MakeFolder();
        }

        using var held = await LockAsync(stop).ConfigureAwait(false);
        if (ReadWhole() is { } there)
        {
            return there;
        }

        var (certificate, key) = Authority.Make(clock.GetUtcNow());

        // The key first: a certificate whose key never came would be taken for an authority.
        WholeFile.Put(folder, KeyFile, Encoding.ASCII.GetBytes(key), OnlyMine, overwrite: true);
        WholeFile.Put(folder, File, Encoding.ASCII.GetBytes(certificate), ForAllToRead, overwrite: true);
        return ReadWhole() ?? throw new IOException($"the authority that was made in {folder} cannot be read again");
    }

    private Authority? ReadWhole()
    {
        try
        {
            var certificate = CertificateFile.Read(File, KeyFile);
            if (certificate is null || CertificateFile.EndOf(certificate) - clock.GetUtcNow() > CertificateFacts.Life)
            {
                return certificate is null ? null : new Authority(certificate);
            }

            certificate.Dispose();
            return null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder, OnlyMyFolder);
    }

    // Two that start at once must not make two authorities.
    private Task<FileStream> LockAsync(CancellationToken stop) => HeldFile.TakeAsync(Path.Combine(folder, "lock"), Patience, clock, stop);
}
