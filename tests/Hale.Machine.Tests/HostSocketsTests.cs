using System.Net;
using System.Net.Sockets;
using Hale.Machine.Processes;

namespace Hale.Machine.Tests;

/// <summary>Looks at real sockets of this machine.</summary>
public sealed class HostSocketsTests
{
    [Fact]
    public void A_socket_that_receives_UDP_is_seen_with_its_process_and_is_none_that_listens()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux shows who holds a port");
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Any, 0));
        var port = ((IPEndPoint)socket.Client.LocalEndPoint!).Port;

        var held = Assert.Single(HostSockets.ReceivingOn(new HashSet<int> { port })!);

        Assert.Equal((port, "0.0.0.0", Environment.ProcessId), (held.Port, held.Address, held.Pid));
        Assert.Empty(HostSockets.On(new HashSet<int> { port })!);
        Assert.NotEqual(port, HostSockets.FreeInstead([port - 1], new HashSet<int>())[port - 1]);
    }
}
