using System.Text.RegularExpressions;
using Hale.Faults.Network;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>Vite refuses requests that name it by a host that it was not told of.</summary>
public sealed partial class ViteHostBlocked : Fault
{
    private const string Variable = "__VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS";

    public override string Id => "vite-host-blocked";

    public override string Title => "Vite refuses the host name in a request";

    public override Needs Needs => Needs.Containers | Needs.Model;

    public override string Page => """
        Vite's development server answers requests for `localhost` and for addresses, and refuses any other host name with status 403 unless it
        was told of it. A proxy that passes requests on, another service and a health check ask by such a name.

        ## What we look at
        Vite's answer `Blocked request. This host ("web") is not allowed`, in the output of a health check that fails or of a service that is
        not well; and, where a health check only says 403, whether its service runs Vite or its proxy was answered so by one that does.

        ## Why it happens
        A guard against DNS rebinding, in Vite since 6.0.9, 5.4.12 and 4.5.6.

        ## What mends it
        A variable in the overlay, which Vite reads, names the host. For good: `server.allowedHosts` in Vite's settings.

        ## When it is not this
        A connection that is reset is `vite-loopback`. Django's refusal is `app-host-header`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        var findings = containers.Containers.Where(one => one.Unwell)
            .Select(one => Quoted(one, containers) ?? Told(one, containers, evidence))
            .OfType<(SeenContainer Vite, string Host)>()
            .Select(found => FindingOf(found.Vite, found.Host, evidence))
            .DistinctBy(finding => finding.Subject)
            .ToList();
        return findings.Count > 0 ? Diagnosis.Present(findings) : NothingFound.In(evidence, Needs);
    }

    public override Remedy Mend(Finding finding)
    {
        var host = finding.Facts["host"];
        return new Remedy
        {
            Acts = finding.Facts["free"].Length > 0
                ? [new ChangeOverlay(finding.Subject, ["environment", Variable], [host], $"let Vite in '{finding.Subject}' answer for the host {host}", finding.Says)]
                : [],
            Advice = [$"add '{host}' to server.allowedHosts in vite.config.js of '{finding.Subject}'"],
        };
    }

    // The variable takes one host, and reaches the development server alone.
    private Finding FindingOf(SeenContainer vite, string host, Evidence evidence) => new(Id, vite.Service, $"Vite in '{vite.Service}' refuses requests for the host '{host}'")
    {
        Facts = new Dictionary<string, string>
        {
            ["host"] = host,
            ["free"] = ViteServer.RunsIn(vite) && evidence.Model.Known?.Stack?.Find(vite.Service)?.EnvironmentNames.Contains(Variable) is not true ? "yes" : "",
        },
    };

    // Whoever asked printed the answer.
    private static (SeenContainer, string)? Quoted(SeenContainer asked, ContainerFacts containers)
    {
        var answer = asked.Probes.TakeLast(1).SelectMany(probe => probe.Output.Split('\n')).Concat(asked.Log).Select(line => Blocked().Match(line)).LastOrDefault(found => found.Success);
        if (answer is null)
        {
            return null;
        }

        var host = answer.Groups[1].Value;
        return (containers.Of(host).FirstOrDefault(ViteServer.RunsIn) ?? containers.Containers.FirstOrDefault(ViteServer.RunsIn) ?? containers.Of(host).FirstOrDefault() ?? asked, host);
    }

    // A health check that only says 403: of Vite itself by another name than localhost, or of a proxy that passes on to Vite by its name.
    private static (SeenContainer, string)? Told(SeenContainer asked, ContainerFacts containers, Evidence evidence)
    {
        if (asked is not { HealthCheck: { } check, Probes: [.., { ExitCode: not 0 } last] } || !Forbidden().IsMatch(last.Output))
        {
            return null;
        }

        if (ViteServer.RunsIn(asked))
        {
            return Url().Match(HealthFault.TextOf(check)) is { Success: true } url && !Allowed().IsMatch(url.Groups[1].Value) ? (asked, url.Groups[1].Value) : null;
        }

        // What nginx forbids itself it says in its log of errors.
        var passedOn = asked.Log.Any(line => Passed().IsMatch(line)) && !asked.Log.Any(line => line.Contains("[error]", StringComparison.Ordinal) && line.Contains("forbidden", StringComparison.Ordinal));
        return passedOn && (evidence.Model.Known?.Stack?.Find(asked.Service)?.DependsOn ?? []).SelectMany(on => containers.Of(on.Service)).FirstOrDefault(ViteServer.RunsIn) is { } vite
            ? (vite, vite.Service)
            : null;
    }

    // Blocked request. This host ("web") is not allowed.
    [GeneratedRegex(@"Blocked request\. This host \(""([^""]+)""\) is not allowed")]
    private static partial Regex Blocked();

    // curl: (22) The requested URL returned error: 403      wget: server returned error: HTTP/1.1 403 Forbidden      HTTP Error 403: Forbidden
    [GeneratedRegex(@"\b403\b")]
    private static partial Regex Forbidden();

    // 127.0.0.1 - - [02/Mar/2026:17:00:00 +0000] "GET / HTTP/1.1" 403 121 "-" "curl/8.14.1" "-"
    [GeneratedRegex(@"""GET \S+ HTTP/[\d.]+"" 403 ")]
    private static partial Regex Passed();

    [GeneratedRegex(@"https?://([^/:\s'""]+)")]
    private static partial Regex Url();

    [GeneratedRegex(@"^(?:.+\.)?localhost$|^[\d.]+$|^\[")]
    private static partial Regex Allowed();
}
