using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>A proxy still sends to the address that a service had before it was made anew.</summary>
public sealed class ProxyStaleUpstreamIp : Fault
{
    public override string Id => "proxy-stale-upstream-ip";

    public override string Title => "A proxy sends to an address that a service no longer has";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        nginx looks up the names in its configuration once, when it starts. The service behind it was made anew since and has another address,
        so the proxy sends to nobody, or to somebody else, and answers 502.

        ## What we look at
        The address and port in the proxy's own words, the addresses of the stack's containers, which of them listens on that port, and which
        started later than the proxy.

        ## Why it happens
        One service of a running stack was built or made anew, and the proxy was left as it was.

        ## What mends it
        The proxy is restarted and looks the name up again. For good: `resolver 127.0.0.11;` and a variable in `proxy_pass`.

        ## When it is not this
        Where the service still has the address and nothing in it listens, it is `proxy-upstream-app-down`: the proxy's words are the same.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from upstream in Upstream.Failed(containers)
               where upstream is { Answers: false, Moved: not null }
               let now = upstream.Moved!.Networks.Select(network => network.Address).FirstOrDefault(address => address.Length > 0)
               select new Finding(Id, upstream.Proxy.Service, $"'{upstream.Proxy.Service}' still sends to {upstream.Address}, which it looked up when it started; '{upstream.Moved!.Service}' has been at {now} since"),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new RestartService(finding.Subject, finding.Says)],
        Advice = [$"docker compose restart {finding.Subject}"],
    };
}
