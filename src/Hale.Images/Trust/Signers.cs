using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hale.Kernel.Faults;

namespace Hale.Images.Trust;

/// <summary>Asks hosts, through whatever proxy this machine uses, by which authority their certificate is signed.</summary>
public static class Signers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>One handshake a host, all at once. Nothing is sent but a request for the first page's head.</summary>
    public static async Task<IReadOnlyList<SignedHost>> AskAsync(IEnumerable<string> hosts, IReadOnlyList<AddedAuthority> added, CancellationToken stop) =>
        await Task.WhenAll(hosts.Distinct().Select(host => AskAsync(host, added, stop))).ConfigureAwait(false);

    private static async Task<SignedHost> AskAsync(string host, IReadOnlyList<AddedAuthority> added, CancellationToken stop)
    {
        var seen = new ConcurrentQueue<(string Root, bool ByExtra)>();
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = Patience,
            SslOptions = new SslClientAuthenticationOptions
            {
                // Who signed it is noted even of a certificate that is then refused.
                RemoteCertificateValidationCallback = (_, _, chain, errors) =>
                {
                    seen.Enqueue(RootOf(chain, added));
                    return errors is SslPolicyErrors.None;
                },
            },
        };
        using var web = new HttpMessageInvoker(handler);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Patience);
        var why = "it did not answer";
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri($"https://{host}/"));
            using var answer = await web.SendAsync(request, late.Token).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is HttpRequestException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            why = refusal is HttpRequestException ? refusal.Message : $"no answer within {Patience.TotalSeconds:0} s";
        }

        return seen.TryDequeue(out var signed) ? new SignedHost(host, signed.Root, signed.ByExtra, null) : new SignedHost(host, null, false, why);
    }

    private static (string Root, bool ByExtra) RootOf(X509Chain? chain, IReadOnlyList<AddedAuthority> added)
    {
        if (chain is not { ChainElements: [.., var last] })
        {
            return ("", false);
        }

        var root = last.Certificate;
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(root.RawData));
        // A chain that this machine could not complete ends below its root, which the issuer's name still tells.
        return (root.Issuer, added.Any(one => one.Fingerprint == fingerprint || one.Subject == root.Issuer));
    }
}
