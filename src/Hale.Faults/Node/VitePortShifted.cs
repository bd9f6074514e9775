using System.Globalization;
using Hale.Faults.Network;
using Hale.Faults.Port;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>Vite found its port taken and went to the next one, to which no published port leads.</summary>
public sealed class VitePortShifted : Fault
{
    public override string Id => "vite-port-shifted";

    public override string Title => "Vite took another port than the published one";

    public override Needs Needs => Needs.Containers | Needs.Model;

    public override string Page => """
        Something else in the container holds the port that Vite was to take, so Vite took the next one. The published port leads to the
        first, where a browser finds that something else, or nobody.

        ## What we look at
        Vite's own line `Port 5173 is in use, trying another one`, the sockets that listen inside the container, and the ports that the
        engine publishes for it.

        ## Why it happens
        The container starts two servers, such as a second Vite, a preview or a test runner, or a script starts one twice.

        ## What mends it
        A line in the overlay forwards the published port to the one that Vite took. For good: `server.strictPort` in Vite's settings, which
        makes it fail in place of moving, and one server to a container.

        ## When it is not this
        A program that is told another port than the published one is `app-wrong-target-port`.
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
               where one is { State: ContainerState.Running, Listens: not null }
               from port in one.Ports
               where port.Protocol == "tcp" && !one.Listens!.Contains(port.Target)
               let took = ViteServer.Left(one, port.Target)
               where took is not null
               group FindingOf(one, port.Target, took.Value, evidence) by one.Service into same
               select same.First(),
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var (wanted, took) = (finding.Facts["wanted"], finding.Facts["took"]);
        return new Remedy
        {
            Acts = finding.Facts["ports"] is not { Length: > 0 } ports
                ? []
                : [new ChangeOverlay(finding.Subject, ["ports"], ports.Split('\n'), $"forward the published port of '{finding.Subject}' to port {took} in place of {wanted}", finding.Says, IsList: true, Replaces: true)],
            Advice =
            [
                $"hale logs {finding.Subject}   # what else starts in it and holds port {wanted}",
                "set server.strictPort to true in vite.config.js, so that Vite says so in place of moving",
            ],
        };
    }

    private Finding FindingOf(SeenContainer one, int wanted, int took, Evidence evidence)
    {
        var service = evidence.Model.Known?.Stack?.Find(one.Service);
        var old = service?.Ports.FirstOrDefault(port => port.Protocol == "tcp" && port.Target == wanted);
        return new Finding(Id, one.Service, $"Vite in '{one.Service}' found port {Text(wanted)} in use in its container and took port {Text(took)}, to which no published port leads")
        {
            Facts = new Dictionary<string, string>
            {
                ["wanted"] = Text(wanted),
                ["took"] = Text(took),
                ["ports"] = old is not null && one.Listens!.Contains(took) ? string.Join('\n', PublishedPorts.WithInstead(service!, old, old with { Target = took })) : "",
            },
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
