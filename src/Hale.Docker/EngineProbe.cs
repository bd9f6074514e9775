using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Hale.Kernel;
using Hale.Kernel.Faults;

namespace Hale.Docker;

/// <summary>Asks the engine that the Docker context names who it is, and where it refuses, whether another one answers.</summary>
/// <param name="variable">Gives the value of an environment variable.</param>
/// <param name="clock">This machine's clock.</param>
public sealed class EngineProbe(Func<string, string?> variable, TimeProvider clock) : IProbe
{
    private static readonly TimeSpan ForAnother = TimeSpan.FromSeconds(1);

    public Needs Gives => Needs.Engine;

    public Needs After => Needs.None;

    // A daemon that is just starting, or very busy, answers late.
    public TimeSpan Patience => TimeSpan.FromSeconds(15);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Engine = Reading.Blind<EngineFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var facts = await FactsAsync(DockerEndpoint.Find(variable), stop).ConfigureAwait(false);
        return evidence => evidence with { Engine = Reading.Of(facts) };
    }

    private async Task<EngineFacts> FactsAsync(DockerEndpoint endpoint, CancellationToken stop)
    {
        var facts = new EngineFacts { Context = endpoint.Context, Endpoint = endpoint.Address, NamedBy = endpoint.NamedBy };
        if (endpoint.ContextIsMissing)
        {
            facts = facts with { Refusal = EngineRefusal.NoSuchContext, RefusalText = $"there is no Docker context '{endpoint.Context}'" };
        }
        else
        {
            try
            {
                return await AskAsync(endpoint.Uri, facts, stop).ConfigureAwait(false);
            }
            catch (Exception refusal) when (refusal is HttpRequestException or IOException or SocketException or JsonException or NotSupportedException)
            {
                facts = facts with { Refusal = KindOf(refusal, endpoint.Uri), RefusalText = WordsOf(refusal) };
            }
        }

        return facts with
        {
            AnswersInstead = await AnotherAsync(endpoint, stop).ConfigureAwait(false),
            InDockerGroup = facts.Refusal is EngineRefusal.Denied && InDockerGroup(),
        };
    }

    private async Task<EngineFacts> AskAsync(Uri address, EngineFacts facts, CancellationToken stop)
    {
        using var http = EngineHttp.To(address);
        var info = http.GetByteArrayAsync("/info", stop);
        var version = http.GetByteArrayAsync("/version", stop);
        await Task.WhenAll(info, version).ConfigureAwait(false);
        using var about = JsonDocument.Parse(await version.ConfigureAwait(false));
        using var settings = JsonDocument.Parse(await info.ConfigureAwait(false));
        return facts with
        {
            Version = TextOf(about, "Version"),
            ApiVersion = TextOf(about, "ApiVersion"),
            RootFolder = TextOf(settings, "DockerRootDir") ?? "",
            ClockAhead = DateTimeOffset.TryParse(TextOf(settings, "SystemTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var theirs)
                ? (int)(theirs - clock.GetUtcNow()).TotalSeconds
                : null,
        };
    }

    private async Task<string?> AnotherAsync(DockerEndpoint refused, CancellationToken stop)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] sockets =
        [
            "/var/run/docker.sock",
            $"{variable("XDG_RUNTIME_DIR") ?? "/nowhere"}/docker.sock",
            $"{home}/.docker/run/docker.sock",
            $"{home}/.docker/desktop/docker.sock",
        ];
        foreach (var socket in sockets.Where(socket => File.Exists(socket) && refused.Address != $"unix://{socket}"))
        {
            if (await AnswersAsync(new Uri($"unix://{socket}"), stop).ConfigureAwait(false))
            {
                return $"unix://{socket}";
            }
        }

        return null;
    }

    private static async Task<bool> AnswersAsync(Uri address, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(ForAnother);
        try
        {
            using var http = EngineHttp.To(address);
            using var answer = await http.GetAsync(new Uri("/_ping", UriKind.Relative), late.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception refusal) when (refusal is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static EngineRefusal KindOf(Exception refusal, Uri address) => SocketErrorOf(refusal) switch
    {
        SocketError.AccessDenied => EngineRefusal.Denied,
        _ when address.Scheme is not "unix" => EngineRefusal.Unreachable,
        // The system's "no such file" for a socket reaches us as an address that is not available.
        SocketError.ConnectionRefused or SocketError.AddressNotAvailable => EngineRefusal.NotRunning,
        _ => EngineRefusal.Unreachable,
    };

    private static string WordsOf(Exception refusal) => SocketErrorOf(refusal) switch
    {
        SocketError.AddressNotAvailable => "the socket is not there",
        SocketError.ConnectionRefused => "nothing listens on it",
        SocketError.AccessDenied => "permission denied",
        _ => refusal.Message,
    };

    private static SocketError? SocketErrorOf(Exception refusal) =>
        (refusal as SocketException ?? refusal.InnerException as SocketException)?.SocketErrorCode;

    private static string? TextOf(JsonDocument document, string key) =>
        document.RootElement.TryGetProperty(key, out var value) ? value.GetString() : null;

    // "docker:x:999:ada,grace"
    private static bool InDockerGroup()
    {
        try
        {
            return File.ReadLines("/etc/group")
                .Where(line => line.StartsWith("docker:", StringComparison.Ordinal))
                .SelectMany(line => line.Split(':')[^1].Split(','))
                .Contains(Environment.UserName);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
