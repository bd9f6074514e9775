using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>A client asks for an older version of the API than the engine still has.</summary>
public sealed partial class ApiClientTooOld : Fault
{
    public override string Id => "api-client-too-old";

    public override string Title => "A client asks for an older API than the engine still has";

    public override IReadOnlyList<string> Causes => ["run-start-refused"];

    public override string Page => """
        Engine 29 no longer speaks API versions before 1.44. A program in a container that talks to the engine, such as Portainer or Watchtower, fails when it asks for an
        older one; so do Docker's own tools when `DOCKER_API_VERSION` fixes one.

        ## What we look at
        The engine's refusal, in the output of a container or of Compose; it names both versions.

        ## Why it happens
        The engine was upgraded and the image of the client was not.

        ## What mends it
        A newer tag of that image, or the variable is removed. Letting the engine speak older versions (`DOCKER_MIN_API_VERSION` for the daemon) is the administrator's
        decision.

        ## When it is not this
        Of Traefik's provider the same words are `traefik-404-all`. A client that asks for too new a version is `api-client-too-new`.
        """;

    public override Needs Needs => Needs.Containers | Needs.Attempt;

    public override Diagnosis Detect(Evidence evidence)
    {
        var said = (evidence.Attempt.Known?.ComposeSaid ?? []).Select(line => (Service: (string?)null, Line: line))
            .Concat((evidence.Containers.Known?.Containers ?? []).SelectMany(container => container.Log.Select(line => (Service: (string?)container.Service, Line: line))));
        var findings = said
            .Select(one => (one.Service, Match: Said().Match(one.Line)))
            .Where(one => one.Match.Success)
            .DistinctBy(one => one.Service)
            .Select(one => new Finding(Id, one.Service ?? Finding.WholeStack, $"{(one.Service is null ? "the docker command" : $"'{one.Service}'")} asks for API {one.Match.Groups["asked"].Value}, and the engine has nothing older than {one.Match.Groups["has"].Value}"))
            .ToList();
        return findings.Count > 0 ? Diagnosis.Present(findings) : NothingFound.In(evidence, Needs);
    }

    public override Remedy Mend(Finding finding) => finding.Subject == Finding.WholeStack
        ? Remedy.ByHand("env -u DOCKER_API_VERSION hale docker", "or for this shell: unset DOCKER_API_VERSION")
        : Remedy.ByHand($"use a newer tag of the image of '{finding.Subject}' in the Compose file", $"docker compose pull {finding.Subject}");

    // Error response from daemon: client version 1.20 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version
    [GeneratedRegex("""^(?!.*(?:providerName|docker client and server host)).*client version (?<asked>\S+) is too old\. Minimum supported API version is (?<has>\d+\.\d+)""")]
    private static partial Regex Said();
}
