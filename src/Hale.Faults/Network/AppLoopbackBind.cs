using System.Globalization;
using Hale.Faults.Shapes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Network;

/// <summary>A service listens at its own loopback alone, so its published port reaches nobody.</summary>
public sealed class AppLoopbackBind : Fault
{
    public override string Id => "app-loopback-bind";

    public override string Title => "A service listens at its own loopback alone";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        The program in a container listens at 127.0.0.1, which is the container's own loopback. The published port is forwarded to the
        container's address on its network, where nobody listens: a browser sees the connection reset, and other services see it refused.

        ## What we look at
        The sockets that listen inside the container, by address, against the ports that the engine publishes for it.

        ## Why it happens
        Most development servers listen at loopback unless they are told otherwise.

        ## What mends it
        The server is told to listen at 0.0.0.0. Where the command says the address, or the server is one that Hale knows, a line in the
        overlay does that.

        ## When it is not this
        A server that listens at all addresses on another port is `app-wrong-target-port`; one that listens nowhere yet is
        `app-not-listening-yet`. Vite's development server is `vite-loopback`.
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
               where one is { State: ContainerState.Running, Listens: not null, ListensAtLoopback: not null }
               let port = one.Ports.FirstOrDefault(port => port.Protocol == "tcp" && one.ListensAtLoopback!.Contains(port.Target) && !one.Listens!.Contains(port.Target))
               where port is not null && ViteServer.KeptIn(one) is null && ViteServer.Left(one, port.Target) is null
               group FindingOf(one, port) by one.Service into same
               select same.First(),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = OtherCommand.Acts(finding.Subject, finding.Facts["command"], finding.Says),
        Advice = [$"let the server of '{finding.Subject}' listen at 0.0.0.0 in place of 127.0.0.1 (often --host 0.0.0.0)"],
    };

    private Finding FindingOf(SeenContainer one, BoundPort port)
    {
        var target = port.Target.ToString(CultureInfo.InvariantCulture);
        return new Finding(Id, one.Service, $"'{one.Service}' listens on port {target} at its own loopback alone, so its published port {port.Published.ToString(CultureInfo.InvariantCulture)} reaches nobody")
        {
            Facts = new Dictionary<string, string> { ["command"] = OtherCommand.Packed(Binding.ToAll(one.Command, port.Target)) },
        };
    }
}
