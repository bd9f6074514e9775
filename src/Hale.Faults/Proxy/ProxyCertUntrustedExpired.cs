using System.Text.RegularExpressions;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>A service's own health check asks it over TLS and does not accept its certificate.</summary>
public sealed partial class ProxyCertUntrustedExpired : Fault
{
    private const char Between = '\u001f';

    public override string Id => "proxy-cert-untrusted-expired";

    public override string Title => "A service's own health check does not accept its certificate";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A service offers TLS with a certificate that has expired, or that nobody has signed but itself. Its own health check asks it over TLS,
        does not accept that certificate, and calls the service unhealthy.

        ## What we look at
        What the health check printed, and whether it asks the service itself at localhost.

        ## Why it happens
        A certificate for development is signed by itself, and is made for a year or for ninety days.

        ## What mends it
        For a certificate that is signed by itself, a line in the overlay lets the check accept any certificate: it talks to its own container.
        An expired one has to be made anew, since browsers refuse it too.

        ## When it is not this
        A certificate that is not there at all keeps the service from starting: `proxy-cert-file-missing`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from one in containers.Containers
               where one is { State: ContainerState.Running, Probes: [.., { ExitCode: not 0 }], HealthCheck: not null } && AsksItself().IsMatch(string.Join(' ', one.HealthCheck.Command))
               let refused = Refused().Match(one.Probes[^1].Output)
               where refused.Success
               group FindingOf(one, refused.Value) by one.Service into same
               select same.First(),
        ]);
    }

    public override Remedy Mend(Finding finding) => finding.Facts["test"] is { Length: > 0 } test
        ? new Remedy
        {
            Acts = [new ChangeOverlay(finding.Subject, ["healthcheck", "test"], test.Split(Between), $"let the health check of '{finding.Subject}' accept its own certificate", finding.Says, IsList: true, Replaces: true)],
            Advice = [$"add --insecure (curl) or --no-check-certificate (wget) to the health check of '{finding.Subject}' in the Compose file"],
        }
        : Remedy.ByHand(
            $"docker compose exec {finding.Subject} sh -c 'echo | openssl s_client -connect localhost:443 2>/dev/null | openssl x509 -noout -dates -subject'",
            $"make the certificate of '{finding.Subject}' anew, then run: docker compose restart {finding.Subject}");

    private Finding FindingOf(SeenContainer one, string refused)
    {
        var expired = refused.Contains("expired", StringComparison.Ordinal);
        return new Finding(Id, one.Service, $"'{one.Service}' offers a certificate that {(expired ? "has expired" : "is signed by itself")}, which its own health check does not accept")
        {
            Facts = new Dictionary<string, string> { ["test"] = expired ? "" : string.Join(Between, ["CMD", .. one.HealthCheck!.Command.SelectMany(Lenient)]) },
        };
    }

    // ["curl", "-f", …] or ["/bin/sh", "-c", "curl -f …"]
    private static IEnumerable<string> Lenient(string word) => word switch
    {
        "curl" => [word, "--insecure"],
        "wget" => [word, "--no-check-certificate"],
        _ => [Curl().Replace(Wget().Replace(word, "wget --no-check-certificate"), "curl --insecure")],
    };

    // curl: (60) SSL certificate problem: self-signed certificate      SSL certificate problem: certificate has expired
    [GeneratedRegex("(?i)certificate has expired|self[- ]signed certificate")]
    private static partial Regex Refused();

    [GeneratedRegex("https://(?:localhost|127\\.0\\.0\\.1|\\[::1\\])")]
    private static partial Regex AsksItself();

    [GeneratedRegex(@"\bcurl\b")]
    private static partial Regex Curl();

    [GeneratedRegex(@"\bwget\b")]
    private static partial Regex Wget();
}
