using Hale.Cli.Runs;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Tests;

/// <summary>Which address and which holder <c>hale ports</c> tells of a port.</summary>
public sealed class PortsRunTests
{
    private static readonly PublishedPort First = new(80, 18350, null, "tcp");
    private static readonly PublishedPort Second = new(80, 18351, null, "tcp");
    private static readonly Service Web = new() { Name = "web", Image = "nginx:1.26", Ports = [First, Second] };

    [Fact]
    public void Two_ports_of_one_container_port_are_told_apart()
    {
        var seen = Seen(new BoundPort(80, 18351, "0.0.0.0", "tcp"), new BoundPort(80, 18350, "0.0.0.0", "tcp"));

        Assert.Equal(("http://localhost:18350", "this stack", true), Told(First, seen));
        Assert.Equal(("http://localhost:18351", "this stack", true), Told(Second, seen));
    }

    [Fact]
    public void A_container_that_was_made_for_another_port_is_reached_there()
    {
        var seen = Seen(new BoundPort(80, 18340, "0.0.0.0", "tcp"), new BoundPort(80, 18351, "0.0.0.0", "tcp"));

        Assert.Equal(("http://localhost:18340", "nobody", false), Told(First, seen));
        Assert.Equal(("http://localhost:18351", "this stack", true), Told(Second, seen));
    }

    [Fact]
    public void A_port_of_UDP_that_a_process_holds_is_not_called_free()
    {
        var port = new PublishedPort(53, 18353, null, "udp");
        var held = new PortFacts([]) { Datagrams = [new HostSocket(18353, "0.0.0.0") { Pid = 42, Process = "dnsmasq" }] };

        var row = PortsRun.RowOf(Web with { Ports = [port] }, port, new Evidence { Ports = Reading.Of(held) });

        Assert.Equal("dnsmasq (process 42) at 0.0.0.0", row.Holder);
    }

    private static (string? Address, string Holder, bool IsOurs) Told(PublishedPort port, Evidence seen)
    {
        var row = PortsRun.RowOf(Web, port, seen);
        return (row.Address, row.Holder, row.IsOurs);
    }

    private static Evidence Seen(params IReadOnlyList<BoundPort> bound) => new()
    {
        Containers = Reading.Of(new ContainerFacts([new SeenContainer { Name = "shop-web-1", Service = "web", Ports = bound }])),
        Ports = Reading.Of(new PortFacts([])),
    };
}
