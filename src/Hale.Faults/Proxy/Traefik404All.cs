using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>Traefik cannot ask the engine, so it knows no service and answers 404 to everything.</summary>
public sealed partial class Traefik404All : LogFault
{
    public override string Id => "traefik-404-all";

    public override string Title => "Traefik cannot ask the engine for its services";

    public override string Page => """
        Traefik learns from the engine which services there are. It gets no answer, knows none, and answers every request with
        `404 page not found`. It runs all the same.

        ## What we look at
        The words of Traefik's Docker provider: the engine is too new for it, the socket may not be used, or is not there.

        ## Why it happens
        Engine 29 no longer speaks the API of Traefik before 3.6.1 and 2.11.31; or the engine's socket is not mounted, or a filter before it refuses.

        ## What mends it
        A newer image of Traefik, or the mount `/var/run/docker.sock:/var/run/docker.sock:ro`.

        ## When it is not this
        A 404 for one host alone is a label of that service. A 502 or 504 means that Traefik knows the service and does not reach it.
        """;

    private protected override Regex Line => Provider();

    private protected override bool Concerns(SeenContainer container) => container.State is ContainerState.Running || container.Unwell;

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var old = line.Groups["old"].Success;
        return new Finding(Id, container.Service, $"'{container.Service}' cannot ask the engine for its services: {(old ? "the engine no longer speaks the API of this version of Traefik" : line.Groups["denied"].Success ? "it may not use the engine's socket" : "the engine's socket is not there")}")
        {
            Facts = new Dictionary<string, string> { ["old"] = old ? "yes" : "" },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        finding.Facts["old"].Length > 0
            ? $"use the image traefik:v3.6.1 or newer (or v2.11.31) for '{finding.Subject}' in the Compose file"
            : $"mount /var/run/docker.sock:/var/run/docker.sock:ro into '{finding.Subject}' in the Compose file",
        $"docker compose up -d {finding.Subject}");

    // ERR Failed to retrieve information of the docker client and server host error="Error response from daemon: client version 1.24 is too old. Minimum supported API version is 1.44, …" providerName=docker
    [GeneratedRegex("""(?=.*(?:providerName=docker|"providerName":"docker"|docker client and server host))(?=.*(?:(?<old>client version \S+ is too old)|(?<denied>permission denied|403 Forbidden)|(?<gone>Cannot connect to the Docker daemon|no such file or directory)))""")]
    private static partial Regex Provider();
}
