using Hale.Kernel.Faults;

namespace Hale.Faults.Port;

/// <summary>A program of this machine listens at loopback on the port that the stack publishes at another address.</summary>
public sealed class PortShadowedByNativeDb : Fault
{
    public override string Id => "port-shadowed-by-native-db";

    public override string Title => "Another program answers at localhost on a published port";

    public override Needs Needs => Needs.Model | Needs.Ports;

    public override string Page => """
        The stack publishes a port at one address of this machine, and a program of the machine itself listens on the same port at loopback.
        Both run, and whoever connects to `localhost` reaches the wrong one. The stack is healthy all the same, so this is a warning.

        ## What we look at
        The addresses and ports that the resolved Compose model publishes, against the sockets of this machine that listen, and the process
        that holds each.

        ## Why it happens
        A database is installed on the machine beside the one in the stack. A wrong password or a missing role is what it looks like.

        ## What mends it
        Another published port for the stack's service, or the program of the machine is stopped. Clients can also name the address that the
        stack publishes.

        ## When it is not this
        Where both want the same address the engine refuses to start the container: `port-host-process`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Ports.Has(out var ports))
        {
            return Diagnosis.CannotTell(evidence.Ports.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from wanted in PublishedPorts.WantedBy(stack)
               let other = ports.Sockets.FirstOrDefault(socket => !socket.IsEngine && socket.Port == wanted.Port.Published
                   && socket.Address is "127.0.0.1" or "::1" && !PublishedPorts.Clashes(socket.Address, wanted.Port.HostIp))
               where other is not null
               let port = PublishedPorts.Text(other.Port)
               select new Finding(Id, $"{wanted.Service.Name}:{port}", $"'{wanted.Service.Name}' publishes port {port} at {wanted.Port.HostIp}, and {other.Process ?? "another program"} listens on it at {other.Address}, so localhost may reach the wrong one")
               {
                   Service = wanted.Service.Name,
                   OnlyWarns = true,
                   Facts = new Dictionary<string, string> { ["address"] = wanted.Port.HostIp! },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"ss -ltnp 'sport = :{finding.Subject.Split(':')[^1]}'",
        $"connect to {finding.Facts["address"]} in place of localhost, or give '{finding.Service}' another published port");
}
