using System.Globalization;
using Hale.Faults.Network;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>Nothing listens where a proxy sends to, though the service is there.</summary>
public sealed class ProxyUpstreamAppDown : Fault
{
    public override string Id => "proxy-upstream-app-down";

    public override string Title => "Nothing listens where a proxy sends to";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A proxy answers 502, since the service behind it has the address that the proxy asks and nothing there listens on that port.

        ## What we look at
        The address and port in the proxy's own words, the container of the stack that has that address, and the sockets that listen in it.

        ## Why it happens
        The program behind the proxy ended or hangs while its container lives on, it listens at its own loopback alone, or on another port than
        the one that the proxy asks.

        ## What mends it
        The service behind the proxy. Where it listens at loopback and Hale knows how to tell it otherwise, a line in the overlay does. The proxy
        itself has nothing wrong.

        ## When it is not this
        An address that the service no longer has is `proxy-stale-upstream-ip`.
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
               where upstream is { Answers: false, Moved: null, There: not null }
               select FindingOf(upstream, upstream.There!),
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var (app, listens) = (finding.Facts["app"], finding.Facts["listens"]);
        return new Remedy
        {
            Acts = OtherCommand.Acts(app, finding.Facts["command"], finding.Says),
            Advice = [listens.Length > 0 ? $"'{app}' listens on port {listens}: write that port in the configuration of '{finding.Subject}'" : $"hale logs {app}"],
        };
    }

    private Finding FindingOf(Upstream upstream, SeenContainer app)
    {
        var atLoopback = app.ListensAtLoopback?.Contains(upstream.Port) is true;
        var port = upstream.Port.ToString(CultureInfo.InvariantCulture);
        return new Finding(Id, upstream.Proxy.Service, $"'{upstream.Proxy.Service}' gets no answer from '{app.Service}' on port {port}: {(atLoopback ? "that one listens there at its own loopback alone" : "nothing listens there")}")
        {
            Facts = new Dictionary<string, string>
            {
                ["app"] = app.Service,
                ["listens"] = string.Join(", ", (app.Listens ?? []).Select(one => one.ToString(CultureInfo.InvariantCulture))),
                ["command"] = atLoopback ? OtherCommand.Packed(Binding.ToAll(app.Command, upstream.Port)) : "",
            },
        };
    }
}
