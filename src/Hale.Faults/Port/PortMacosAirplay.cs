using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>The AirPlay receiver of macOS listens on a port that the stack publishes.</summary>
public sealed class PortMacosAirplay : Fault
{
    public override string Id => "port-macos-airplay";

    public override string Title => "The AirPlay receiver of macOS listens on a published port";

    public override Needs Needs => Needs.Model | Needs.Ports;

    public override string Page => """
        macOS listens on ports 5000 and 7000 for AirPlay, and the stack publishes one of them. The engine cannot start the container, or
        the browser gets status 403 from macOS in place of the service's own answer.

        ## What we look at
        The ports that the resolved Compose model publishes, against the sockets of this machine that listen, and whether the Control Center
        holds one of them.

        ## Why it happens
        macOS 12 and later receive AirPlay unless that is turned off, and many development servers use port 5000.

        ## What mends it
        The service is published at the next free port, by a line in the overlay; the printed address names it. Or you turn the receiver off
        in the system's settings and run `hale overlay --clear`.

        ## When it is not this
        Any other program that listens there is `port-host-process`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        if (!evidence.Ports.Has(out var ports))
        {
            return Diagnosis.CannotTell(evidence.Ports.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from wanted in PublishedPorts.WantedBy(stack)
               let holder = ports.Sockets.FirstOrDefault(socket => PublishedPorts.IsAirPlay(socket) && socket.Port == wanted.Port.Published && PublishedPorts.Clashes(socket.Address, wanted.Port.HostIp))
               where holder is not null
               let port = PublishedPorts.Text(holder.Port)
               select new Finding(Id, $"{wanted.Service.Name}:{port}", $"port {port}, which '{wanted.Service.Name}' publishes, is held by the AirPlay receiver of macOS")
               {
                   Service = wanted.Service.Name,
                   Facts = PublishedPorts.FactsFor(wanted.Port, ports),
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => PublishedPorts.Elsewhere(
        finding, $"lsof -nP -iTCP:{finding.Subject.Split(':')[^1]} -sTCP:LISTEN", "turn AirPlay Receiver off in System Settings, General, AirDrop & Handoff");
}
