using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Hale.Bench.Engine;

/// <summary>The few questions and acts of the Engine API that the benchmark needs, over the local socket.</summary>
public sealed class EngineClient : IDisposable
{
    private readonly HttpClient http;

    public EngineClient()
    {
        var host = Environment.GetEnvironmentVariable("DOCKER_HOST");
        var socket = host?.StartsWith("unix://", StringComparison.Ordinal) == true ? host["unix://".Length..] : "/var/run/docker.sock";
        http = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, cancel) => ConnectAsync(socket, cancel) })
        {
            BaseAddress = new Uri("http://engine/v1.43/"),
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    public async Task<string> VersionAsync() => (string)(await GetAsync("version"))!["Version"]!;

    public async Task<IReadOnlyList<ServiceContainer>> ContainersAsync(string project)
    {
        var listed = await GetAsync($"containers/json?all=true&filters={Labelled(project)}");
        var inspected = new List<ServiceContainer>();
        foreach (var entry in listed!.AsArray())
        {
            inspected.Add(ServiceContainer.From((await GetAsync($"containers/{entry!["Id"]}/json"))!));
        }

        return inspected;
    }

    public async Task<IReadOnlyList<string>> NetworksAsync(string project) =>
        [.. (await GetAsync($"networks?filters={Labelled(project)}"))!.AsArray().Select(network => (string)network!["Id"]!)];

    public async Task<IReadOnlyList<string>> VolumesAsync(string project) =>
        [.. (await GetAsync($"volumes?filters={Labelled(project)}"))!["Volumes"]?.AsArray().Select(volume => (string)volume!["Name"]!) ?? []];

    public async Task StartAsync(string container) => await PostAsync($"containers/{container}/start", null);

    /// <summary>Run a command in a container and wait for its exit code.</summary>
    public async Task<int> ExecAsync(string container, IReadOnlyList<string> command)
    {
        var words = new JsonArray([.. command.Select(word => JsonValue.Create(word))]);
        var made = await PostAsync($"containers/{container}/exec", new JsonObject { ["Cmd"] = words, ["AttachStdout"] = true, ["AttachStderr"] = true });
        var id = (string)JsonNode.Parse(made)!["Id"]!;
        await PostAsync($"exec/{id}/start", new JsonObject { ["Detach"] = false, ["Tty"] = false });
        return (int?)(await GetAsync($"exec/{id}/json"))!["ExitCode"] ?? -1;
    }

    /// <summary>Remove a project's containers and networks, and its volumes too when asked.</summary>
    public async Task RemoveProjectAsync(string project)
    {
        foreach (var container in await ContainersAsync(project))
        {
            await http.DeleteAsync(new Uri($"containers/{container.Id}?force=true&v=true", UriKind.Relative));
        }

        foreach (var network in await NetworksAsync(project))
        {
            await http.DeleteAsync(new Uri($"networks/{network}", UriKind.Relative));
        }

        foreach (var volume in await VolumesAsync(project))
        {
            await http.DeleteAsync(new Uri($"volumes/{volume}?force=true", UriKind.Relative));
        }
    }

    public void Dispose() => http.Dispose();

    private static string Labelled(string project) =>
        Uri.EscapeDataString(new JsonObject { ["label"] = new JsonArray($"com.docker.compose.project={project}") }.ToJsonString());

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<JsonNode?> GetAsync(string path) => await http.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative));

    private async Task<string> PostAsync(string path, JsonNode? body)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new HttpRequestException($"{path}: {(int)answer.StatusCode} {text.Trim()}");
    }
}
