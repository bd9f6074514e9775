using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>A program in a container wants a port that something else there already listens on.</summary>
public sealed partial class NodeEaddrinuse : LogFault
{
    public override string Id => "node-eaddrinuse";

    public override string Title => "Two programs in one container want the same port";

    public override string Page => """
        A program in a container was refused the port that it wants to listen on, since something else listens there already. That is inside the
        container: published ports of this machine have nothing to do with it.

        ## What we look at
        The refusal in the service's own output, in the words of Node, Python, Go, nginx and others, and whose network the container uses.

        ## Why it happens
        The command starts a server twice, directly and by way of a script or a reloader, or two servers have the same default port. With
        `network_mode: host` it is another program of this machine, with `network_mode: service:…` one of the other service.

        ## What mends it
        A person: one of the two gets another port, or is not started.

        ## When it is not this
        The same words from the engine, about a container that never ran, are `port-host-process` or `port-other-container`.
        """;

    private protected override Regex Line => Taken();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        var port = line.Groups["port"].Value;
        var (where, network) = container.NetworkMode switch
        {
            "host" => ("on this machine, whose network it uses,", "host"),
            ['c', 'o', 'n', 't', 'a', 'i', 'n', 'e', 'r', ':', ..] => ("in the container whose network it uses", "shared"),
            _ => ("in its own container", "own"),
        };
        return new Finding(Id, container.Service, $"'{container.Service}' wants to listen on {(port.Length > 0 ? $"port {port}" : "a port")}, on which something else {where} listens already")
        {
            Facts = new Dictionary<string, string> { ["port"] = port, ["network"] = network },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var port = finding.Facts["port"];
        return finding.Facts["network"] switch
        {
            "host" => Remedy.ByHand(port.Length > 0 ? $"ss -ltnp 'sport = :{port}'   # who it is" : "ss -ltnp   # who it is", $"or leave network_mode: host out of '{finding.Subject}'"),
            "shared" => Remedy.ByHand($"give '{finding.Subject}' or the service whose network it uses another port"),
            _ => Remedy.ByHand(
                $"docker compose config {finding.Subject}   # what its command and entrypoint start; only one of it may listen on {(port.Length > 0 ? $"port {port}" : "that port")}",
                $"hale logs {finding.Subject}"),
        };
    }

    // Error: listen EADDRINUSE: address already in use :::3000      Error: Port 5173 is already in use
    // OSError: [Errno 98] Address already in use      [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use
    // listen tcp :8080: bind: address already in use      bind() to 0.0.0.0:80 failed (98: Address already in use)
    [GeneratedRegex(@"EADDRINUSE: address already in use (?:\S*:)?(?<port>\d+)|Error: Port (?<port>\d+) is already in use|bind on address \('[^']*', (?<port>\d+)[^)]*\): address already in use|listen tcp\d? \S*:(?<port>\d+): bind: address already in use|bind\(\) to \S+:(?<port>\d+) failed \(98: |\[Errno 98\] Address already in use")]
    private static partial Regex Taken();
}
