using System.Globalization;
using Hale.Faults.Network;
using Hale.Faults.Shapes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>Vite's development server listens at its container's own loopback, since nobody gave it an address.</summary>
public sealed class ViteLoopback : Fault
{
    public override string Id => "vite-loopback";

    public override string Title => "Vite listens at its container's own loopback alone";

    public override Needs Needs => Needs.Containers | Needs.Node;

    public override string Page => """
        Vite's development server listens at localhost unless it is given an address. In a container that is the container's own loopback,
        so the published port reaches nobody: a browser sees the connection reset.

        ## What we look at
        Vite's own line `Network: use --host to expose`, the sockets that listen inside the container, and the ports that the engine
        publishes for it.

        ## Why it happens
        `vite` without `--host`, and no `server.host` in its settings.

        ## What mends it
        The command in the overlay gives Vite `--host 0.0.0.0`, by way of the script of `package.json` where its arguments reach Vite. For good it
        belongs into that script.

        ## When it is not this
        Another server that does the same is `app-loopback-bind`. Vite on another port than it was to take is `vite-port-shifted`.
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
               let port = ViteServer.KeptIn(one)
               where port is not null
               group FindingOf(one, port, evidence.Node.Known?.Of(one.Service)) by one.Service into same
               select same.First(),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = OtherCommand.Acts(finding.Subject, finding.Facts["command"], finding.Says),
        Advice = [finding.Facts["place"] is { Length: > 0 } place ? $"add --host 0.0.0.0 behind vite in {place}" : $"let '{finding.Subject}' start Vite with --host 0.0.0.0, or set server.host to true in vite.config.js"],
    };

    private Finding FindingOf(SeenContainer one, BoundPort port, NodeFolder? folder)
    {
        var script = folder?.ViteScripts.FirstOrDefault(script => one.Command.Any(word => word.Split(' ').Contains(script.Name)));
        return new Finding(Id, one.Service, $"Vite in '{one.Service}' listens on port {Text(port.Target)} at its own loopback alone, so its published port {Text(port.Published)} reaches nobody")
        {
            Facts = new Dictionary<string, string>
            {
                ["command"] = OtherCommand.Packed(ViteServer.AtAllAddresses(one.Command, port.Target, folder)),
                ["place"] = script is null ? "" : $"{folder!.File("package.json")} line {Text(script.Line)}",
            },
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
