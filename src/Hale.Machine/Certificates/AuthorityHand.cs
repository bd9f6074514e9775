using System.Security.Cryptography;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Machine.Packages;

namespace Hale.Machine.Certificates;

/// <summary>Puts this user's authority into this machine's own store, and takes it out again.</summary>
public sealed class AuthorityHand(ICommandRunner runner, AuthorityStore authorities, SystemStore system) : IHand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly RootCommands _root = new(runner);

    public bool Takes(Act act) => act is TrustAuthority or UntrustAuthority;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        try
        {
            using var authority = authorities.Read();
            if (authority is null)
            {
                return new Receipt(false, "there is no authority yet");
            }

            var trust = act as TrustAuthority;
            var fingerprint = CertificateFile.FingerprintOf(authority);
            if (fingerprint != (trust?.Fingerprint ?? ((UntrustAuthority)act).Fingerprint))
            {
                return new Receipt(false, "the authority is another one by now");
            }

            if (!OperatingSystem.IsMacOS() && system.Here is null)
            {
                return new Receipt(false, $"Hale does not know this system's store of authorities; the certificate is {authorities.File}");
            }

            if (trust is null && system.FileFor(fingerprint) is { } added && !File.Exists(added) && system.Trusts(authority) is not true)
            {
                return new Receipt(true, "this machine's store does not hold it, so there was nothing to remove");
            }

            if (!await _root.MayAsync(stop).ConfigureAwait(false))
            {
                return new Receipt(false, "changing this machine's store of authorities needs root, and sudo asks for a password here");
            }

            return trust is null
                ? await TakeOutAsync(fingerprint, progress, stop).ConfigureAwait(false)
                : await PutInAsync(fingerprint, authority.ExportCertificatePem() + "\n", progress, stop).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, $"Hale's local authority cannot be read: {refusal.Message}");
        }
    }

    private async Task<Receipt> PutInAsync(string fingerprint, string certificate, Action<string> progress, CancellationToken stop)
    {
        if (system.FileFor(fingerprint) is not { } file)
        {
            return await ByKeychainAsync(["add-trusted-cert", "-d", "-r", "trustRoot", "-k", "/Library/Keychains/System.keychain", authorities.File], "hale certs untrust", progress, stop).ConfigureAwait(false);
        }

        var written = await _root.WriteAsync(file, certificate, stop).ConfigureAwait(false);
        return written.Done ? await TakenUpAsync($"this machine trusts it by {file}", "hale certs untrust", progress, stop).ConfigureAwait(false) : Refused(written);
    }

    private async Task<Receipt> TakeOutAsync(string fingerprint, Action<string> progress, CancellationToken stop)
    {
        if (system.FileFor(fingerprint) is not { } file)
        {
            return await ByKeychainAsync(["remove-trusted-cert", "-d", authorities.File], "hale certs trust", progress, stop).ConfigureAwait(false);
        }

        var removed = await _root.RunAsync(new Command("rm", ["-f", file]), null, stop).ConfigureAwait(false);
        return removed.Done ? await TakenUpAsync($"removed {file}", "hale certs trust", progress, stop).ConfigureAwait(false) : Refused(removed);
    }

    private async Task<Receipt> TakenUpAsync(string says, string undo, Action<string> progress, CancellationToken stop)
    {
        var way = system.Here!;
        var end = await _root.RunAsync(new Command(way.Program, way.Arguments) { Timeout = Patience }, progress, stop).ConfigureAwait(false);
        return end.Done ? new Receipt(true, says) { Undo = undo } : Refused(end);
    }

    private async Task<Receipt> ByKeychainAsync(IReadOnlyList<string> arguments, string undo, Action<string> progress, CancellationToken stop)
    {
        var end = await _root.RunAsync(new Command("security", arguments) { Timeout = Patience }, progress, stop).ConfigureAwait(false);
        return end.Done ? new Receipt(true, "the system's keychain was changed") { Undo = undo } : Refused(end);
    }

    private static Receipt Refused(CommandEnd end) => new(false, $"this machine's store of authorities could not be changed: {end.LastWords}");
}
