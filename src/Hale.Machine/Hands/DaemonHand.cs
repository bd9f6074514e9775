using System.Net.Sockets;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Machine.Daemons;

namespace Hale.Machine.Hands;

/// <summary>Starts the Docker daemon and waits until it answers.</summary>
public sealed class DaemonHand(ICommandRunner runner, OwnDaemon own, TimeProvider clock) : IHand
{
    private const string DaemonSocket = "/var/run/docker.sock";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PingPatience = TimeSpan.FromSeconds(5);

    public bool Takes(Act act) => act is StartDaemon;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var starter = ((StartDaemon)act).Starter;
        var (refusal, undo) = starter switch
        {
            DaemonStarter.Systemd => (await RunAsync(["systemctl", "start", "docker"], progress, stop).ConfigureAwait(false), "sudo systemctl stop docker"),
            DaemonStarter.Service => (await RunAsync(["service", "docker", "start"], progress, stop).ConfigureAwait(false), "sudo service docker stop"),
            _ => (StartOwn(), "hale engine stop"),
        };
        if (refusal is not null)
        {
            return new Receipt(false, $"the daemon could not be started: {refusal}");
        }

        return await AnswersAsync(stop).ConfigureAwait(false)
            ? new Receipt(true, "started the Docker daemon, and it answers") { Undo = undo }
            : new Receipt(false, $"the daemon was started and does not answer within {Patience.TotalSeconds:0} s{(starter is DaemonStarter.Hale ? $"; its log is {own.Log}" : "")}") { Undo = undo };
    }

    private string? StartOwn()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return "it needs root, and there is no init system to ask";
        }

        if ((runner.Find("dockerd") ?? (File.Exists("/usr/sbin/dockerd") ? "/usr/sbin/dockerd" : null)) is not { } program)
        {
            return "dockerd is not installed";
        }

        try
        {
            own.Start(program);
            return null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return refusal.Message;
        }
    }

    private async Task<string?> RunAsync(IReadOnlyList<string> line, Action<string> progress, CancellationToken stop)
    {
        var command = Environment.IsPrivilegedProcess ? new Command(line[0], [.. line.Skip(1)]) : new Command("sudo", ["-n", .. line]);
        progress($"$ {command}");
        var end = await runner.RunAsync(command with { Timeout = TimeSpan.FromMinutes(2) }, (text, _) => progress(text), stop).ConfigureAwait(false);
        return end.Done ? null : end.LastWords;
    }

    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        using var ping = Pinger();
        for (var asked = clock.GetTimestamp(); clock.GetElapsedTime(asked) < Patience;)
        {
            if (await PingAsync(ping, stop).ConfigureAwait(false))
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, stop).ConfigureAwait(false);
        }

        return false;
    }

    // The socket takes connections before the daemon serves them, so only the answer counts.
    private static async Task<bool> PingAsync(HttpMessageInvoker ping, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(PingPatience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/_ping");
            using var answer = await ping.SendAsync(request, late.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException or IOException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private static HttpMessageInvoker Pinger() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, stop) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(DaemonSocket), stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    });
}
