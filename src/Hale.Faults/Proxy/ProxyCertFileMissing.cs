using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>A proxy's certificate or key is not there.</summary>
public sealed partial class ProxyCertFileMissing : LogFault
{
    public override string Id => "proxy-cert-file-missing";

    public override string Title => "A proxy's certificate is not there";

    public override Needs Needs => Needs.Containers | Needs.Mounts;

    public override string Page => """
        nginx is told to offer TLS with a certificate, and the file is not there, so it ends.

        ## What we look at
        The file in nginx's own words, and the folder of the project that is mounted there.

        ## Why it happens
        Certificates and keys are kept out of Git, and each checkout needs its own.

        ## What mends it
        Where the file belongs into a folder of the project that holds neither certificate nor key of that name, `openssl` makes both: for
        localhost, signed by themselves. A browser will warn of them. With the label `hale.certificates: FOLDER` on the service Hale makes, mounts and
        renews one that a browser can trust: `hale explain certificate-due`.

        ## When it is not this
        A certificate that is there and is refused by whoever connects is `proxy-cert-untrusted-expired`.
        """;

    private protected override Regex Line => CannotLoad();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var file = line.Groups["file"].Value;
        var mount = evidence.Mounts.Known?.Covering(container.Service, file);
        var facts = new Dictionary<string, string> { ["file"] = file };
        if (mount is { InProject: { } folder, IsFolder: true, Holds: { } holds } && file.Length > mount.Target.Length
            && file[(mount.Target.TrimEnd('/').Length + 1)..] is var name && !name.Contains('/', StringComparison.Ordinal)
            && KeyOf(name) is { } key && line.Groups["key"].Length == 0 && !holds.Contains(name) && !holds.Contains(key))
        {
            (facts["folder"], facts["certificate"], facts["privateKey"]) = (folder, name, key);
        }

        return new Finding(Id, container.Service, $"'{container.Service}' is to offer TLS, and its {(line.Groups["key"].Length > 0 ? "key" : "certificate")} {file} is not there") { Facts = facts };
    }

    public override Remedy Mend(Finding finding)
    {
        if (!finding.Facts.TryGetValue("folder", out var folder))
        {
            return Remedy.ByHand($"put the certificate or key where '{finding.Subject}' mounts {finding.Facts["file"]}", "mkcert localhost 127.0.0.1 makes a pair for this machine");
        }

        var (certificate, key) = (finding.Facts["certificate"], finding.Facts["privateKey"]);
        IReadOnlyList<string> words =
        [
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "825", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate,
        ];
        return new Remedy
        {
            Acts = [new RunTool("openssl", words, folder, [$"{folder}/{certificate}", $"{folder}/{key}"], $"make a certificate for localhost: {folder}/{certificate} and {key}", finding.Says)],
            Advice = [$"cd {folder} && openssl {string.Join(' ', words)}"],
        };
    }

    // server.crt, server.key; cert.pem, key.pem; fullchain.pem, privkey.pem
    private static string? KeyOf(string certificate) => certificate switch
    {
        "fullchain.pem" => "privkey.pem",
        _ when certificate.EndsWith(".crt", StringComparison.Ordinal) => certificate[..^4] + ".key",
        _ when certificate.EndsWith("cert.pem", StringComparison.Ordinal) => certificate[..^8] + "key.pem",
        _ when certificate.EndsWith(".pem", StringComparison.Ordinal) => certificate[..^4] + "-key.pem",
        _ => null,
    };

    // nginx: [emerg] cannot load certificate "/etc/nginx/certs/server.crt": BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory:…)
    [GeneratedRegex("""cannot load certificate (?<key>key )?"(?<file>/[^"]+)": .*No such file""")]
    private static partial Regex CannotLoad();
}
