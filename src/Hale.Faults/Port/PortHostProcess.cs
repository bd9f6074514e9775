using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>A process of this machine listens on a port that the stack publishes.</summary>
public sealed class PortHostProcess : Fault
{
    public override string Id => "port-host-process";

    public override string Title => "A process of this machine already listens on a published port";

    public override Needs Needs => Needs.Model | Needs.Ports;

    public override string Page => """
        The stack publishes a port of this machine on which another program already listens, so the engine cannot start the container
        that wants it.

        ## What we look at
        The ports that the resolved Compose model publishes, against the sockets of this machine that listen, or receive UDP, by address
        and port, and the process that holds each. The engine's own forwarders are left out: behind those is a container.

        ## Why it happens
        A database or web server that is installed on the machine, or a development server that was left running.

        ## What mends it
        The service is published at the next free port, by a line in the overlay; the printed address names it. Or you stop the program
        and run `hale overlay --clear`. Hale never ends a process that it did not start.

        ## When it is not this
        A port that another container publishes is `port-other-container`: the message of the engine can be the same.
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
            .. from wanted in PublishedPorts.AllWantedBy(stack)
               let holder = ports.Of(wanted.Port.Protocol).FirstOrDefault(socket => !socket.IsEngine && !PublishedPorts.IsAirPlay(socket) && socket.Port == wanted.Port.Published && PublishedPorts.Clashes(socket.Address, wanted.Port.HostIp))
               where holder is not null
               select new Finding(Id, PublishedPorts.SubjectOf(wanted.Service, wanted.Port), $"{PublishedPorts.Named(wanted.Port)}, which '{wanted.Service.Name}' publishes, is held by {holder.Holder}, which {(wanted.Port.Protocol is "tcp" ? "listens on" : "receives at")} {holder.Address}")
               {
                   Service = wanted.Service.Name,
                   Facts = PublishedPorts.FactsFor(wanted.Port, ports),
               },
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var (port, protocol) = PublishedPorts.HeldOf(finding);
        return PublishedPorts.Elsewhere(finding, $"ss -l{protocol[0]}np 'sport = :{port}'");
    }
}
