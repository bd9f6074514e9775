using System.Globalization;
using Hale.Faults.Port;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A service listens on another port than the one that is published.</summary>
public sealed class AppWrongTargetPort : SilentPort
{
    public override string Id => "app-wrong-target-port";

    public override string Title => "A service listens on another port than the published one";

    public override string Page => """
        The published port is forwarded to a port in the container on which nothing listens, while the program there listens on another.

        ## What we look at
        The sockets that listen inside the container, against the ports that the engine publishes for it, after the last start gave up
        waiting for one of them.

        ## Why it happens
        The port was changed in the program or its settings and not in the Compose file, or the other way round. In `8080:80` the second
        number is the container's.

        ## What mends it
        Where the program listens on one port only, a line in the overlay forwards the published port to that one.

        ## When it is not this
        A program that listens on the right port at loopback is `app-loopback-bind`; one that listens nowhere is `app-not-listening-yet`.
        Vite that went to another port by itself is `vite-port-shifted`.
        """;

    private protected override Finding? Find(SeenContainer container, IReadOnlyList<int> listens, Evidence evidence)
    {
        if (listens.Count == 0 || Published(container).Exists(port => ViteServer.Left(container, port) is not null))
        {
            return null;
        }

        var published = Published(container);
        var service = evidence.Model.Known?.Stack?.Find(container.Service);
        var old = service?.Ports.FirstOrDefault(port => port.Protocol == "tcp");
        var sure = listens.Count == 1 && published.Count == 1 && service is not null && old is not null;
        return new Finding(Id, container.Service, $"'{container.Service}' listens on port {Text(listens)}, and the published one leads to port {Text(published)}, where nothing listens")
        {
            Facts = new Dictionary<string, string>
            {
                ["listens"] = Text(listens),
                ["target"] = Text(published),
                ["ports"] = sure ? string.Join('\n', PublishedPorts.WithInstead(service!, old!, old! with { Target = listens[0] })) : "",
            },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var (listens, target, ports) = (finding.Facts["listens"], finding.Facts["target"], finding.Facts["ports"]);
        return new Remedy
        {
            Acts = ports.Length == 0
                ? []
                : [new ChangeOverlay(finding.Subject, ["ports"], ports.Split('\n'), $"forward the published port of '{finding.Subject}' to port {listens} in place of {target}", finding.Says, IsList: true, Replaces: true)],
            Advice = [$"write the port on which '{finding.Subject}' listens ({listens}) behind the colon of its ports in the Compose file, in place of {target}"],
        };
    }

    private static string Text(IEnumerable<int> ports) => string.Join(", ", ports.Select(port => port.ToString(CultureInfo.InvariantCulture)));
}
