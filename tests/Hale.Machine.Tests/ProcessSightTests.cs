using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Hale.Machine.Processes;

namespace Hale.Machine.Tests;

/// <summary>Looks at real sockets and real signal handlers.</summary>
public sealed class ProcessSightTests
{
    private readonly ProcessSight _sight = new();

    [Fact]
    public void A_port_on_all_addresses_is_seen_and_one_on_loopback_is_not()
    {
        using var open = Listen(IPAddress.Any);
        using var open6 = Listen(IPAddress.IPv6Any);
        using var loopback = Listen(IPAddress.Loopback);
        using var loopback6 = Listen(IPAddress.IPv6Loopback);

        var ports = _sight.ListeningPorts(Environment.ProcessId);

        Assert.NotNull(ports);
        Assert.Contains(PortOf(open), ports);
        Assert.Contains(PortOf(open6), ports);
        Assert.DoesNotContain(PortOf(loopback), ports);
        Assert.DoesNotContain(PortOf(loopback6), ports);
    }

    [Theory]
    [InlineData("exec python3 -c 'import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [15]); print(1, flush=True); signal.sigwait([10])'", true)]
    [InlineData("trap : TERM; echo ready; while :; do sleep 1; done", true)]
    [InlineData("echo ready; while :; do sleep 1; done", false)]
    public async Task A_caught_signal_is_told_from_one_that_is_not(string script, bool catches)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true })!;
        await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        try
        {
            Assert.Equal(catches, _sight.Catches(shell.Id, 15));
        }
        finally
        {
            shell.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void A_process_that_is_gone_cannot_be_seen()
    {
        Assert.Null(_sight.ListeningPorts(int.MaxValue));
        Assert.Null(_sight.Catches(int.MaxValue, 15));
        Assert.Equal(0, StartTime.Of(int.MaxValue));
    }

    private static Socket Listen(IPAddress address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        socket.Listen();
        return socket;
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;
}
