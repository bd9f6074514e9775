using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>A forwarder of the engine holds a port for a container that is gone.</summary>
public sealed class PortZombieProxy : Fault
{
    public override string Id => "port-zombie-proxy";

    public override string Title => "The engine's forwarder holds a port for a container that is gone";

    public override Needs Needs => Needs.Model | Needs.Ports | Needs.Neighbours | Needs.Containers;

    public override string Page => """
        The engine forwards each published port with a small process of its own. One of them still listens, and no container of the engine
        publishes that port: the container it served is gone.

        ## What we look at
        The ports that the resolved Compose model publishes, the sockets of this machine with the process that holds each, and the ports
        that the engine publishes for any container.

        ## Why it happens
        The engine was killed or crashed and did not take its forwarders along.

        ## What mends it
        The stack publishes another free port in its place, by a line in the overlay. For the port itself the engine is restarted, which
        stops containers unless `live-restore` is set, or that one process is ended: Hale does neither.

        ## When it is not this
        A forwarder that serves a container of another project is `port-other-container`; any other program is `port-host-process`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Ports.Has(out var ports) || !evidence.Neighbours.Has(out var neighbours) || !evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Ports.Unknown ?? evidence.Neighbours.Unknown ?? evidence.Containers.Unknown);
        }

        var published = neighbours.Containers.Where(one => one.Running).SelectMany(one => one.Ports)
            .Concat(containers.Containers.Where(one => one.State is ContainerState.Running or ContainerState.Paused or ContainerState.Restarting).SelectMany(one => one.Ports))
            .Select(port => port.Published).ToHashSet();
        return Diagnosis.Present(
        [
            .. from wanted in PublishedPorts.WantedBy(stack)
               let holder = ports.Sockets.FirstOrDefault(socket => socket is { IsEngine: true, Pid: not null } && socket.Port == wanted.Port.Published
                   && PublishedPorts.Clashes(socket.Address, wanted.Port.HostIp))
               where holder is not null && !published.Contains(holder.Port)
               let port = PublishedPorts.Text(holder.Port)
               select new Finding(Id, $"{wanted.Service.Name}:{port}", $"port {port}, which '{wanted.Service.Name}' publishes, is held by the engine's forwarder {holder.Process} (process {PublishedPorts.Text(holder.Pid!.Value)}), and no container publishes it")
               {
                   Service = wanted.Service.Name,
                   Facts = new Dictionary<string, string>(PublishedPorts.FactsFor(wanted.Port, ports)) { ["pid"] = PublishedPorts.Text(holder.Pid!.Value) },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => PublishedPorts.Elsewhere(
        finding,
        $"ps -o pid,lstart,args -p {finding.Facts["pid"]}",
        $"sudo kill {finding.Facts["pid"]}",
        "or, which stops all containers: sudo systemctl restart docker");
}
