using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using Docker.DotNet;
using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;
using Container = Hale.Kernel.Engines.Container;

namespace Hale.Docker;

/// <summary>Containers, networks and volumes through the Engine API.</summary>
/// <param name="engine">The engine.</param>
/// <param name="isElsewhere">Tells by the folder and the files of Compose's labels that something was made from another checkout, which is still there.</param>
/// <param name="discretion">Takes the project's secrets out of what containers print.</param>
/// <param name="clock">The clock; the system's where none is given.</param>
public sealed class ContainerEngine(EngineClient engine, Func<string, string, bool> isElsewhere, IDiscretion discretion, TimeProvider? clock = null) : IContainerEngine
{
    private static readonly System.Version WholeSince = new(1, 44);

    // The containers whose variables were looked at: those of one never change, and a keeper looks at it again and again.
    private readonly ConcurrentDictionary<string, bool> _known = new();

    public bool IsLocal => engine.IsLocal;

    public async Task<bool> CreatesWholeAsync(CancellationToken stop)
    {
        var version = await engine.AskAsync((client, token) => client.System.GetVersionAsync(token), stop).ConfigureAwait(false);
        return System.Version.TryParse(version.APIVersion, out var api) && api >= WholeSince;
    }

    public async Task<IReadOnlyList<Container>> ListAsync(string project, CancellationToken stop)
    {
        var rows = await engine.AskAsync(
            (client, token) => client.Containers.ListContainersAsync(new() { All = true, Filters = OfProject(project) }, token),
            stop).ConfigureAwait(false);

        return [.. ComposeProjects.Own(rows, isElsewhere).Select(ContainerView.Row).Where(container => !container.OneOff).OrderBy(container => container.Service, StringComparer.Ordinal).ThenBy(container => container.Number)];
    }

    public async Task<ContainerDetail> InspectAsync(string id, CancellationToken stop)
    {
        var answer = await engine.AskAsync((client, token) => client.Containers.InspectContainerAsync(id, token), stop).ConfigureAwait(false);
        if (_known.TryAdd(id, true))
        {
            discretion.Learn(() => ContainerView.Variables(answer));
        }

        return ContainerView.Detail(answer);
    }

    public Task StartAsync(string id, CancellationToken stop) =>
        engine.DoAsync((client, token) => client.Containers.StartContainerAsync(id, new(), token), stop, TimeSpan.FromMinutes(2));

    public Task SignalAsync(string id, string signal, CancellationToken stop) =>
        UnlessGoneAsync((client, token) => client.Containers.KillContainerAsync(id, new() { Signal = signal }, token), stop);

    public Task RemoveAsync(string id, CancellationToken stop) =>
        UnlessGoneAsync((client, token) => client.Containers.RemoveContainerAsync(id, new() { Force = true }, token), stop, TimeSpan.FromMinutes(1));

    public async Task<ProbeAnswer> ProbeAsync(string id, IReadOnlyList<string> command, TimeSpan timeout, CancellationToken stop)
    {
        try
        {
            return await engine.AskAsync((client, token) => new ContainerExec(client).RunAsync(id, command, token), stop, timeout).ConfigureAwait(false);
        }
        catch (EngineException refusal)
        {
            return new ProbeAnswer(null, refusal.Message);
        }
    }

    public async Task<IReadOnlyList<string>> TailAsync(string id, int lines, CancellationToken stop)
    {
        await KnowAsync(id, stop).ConfigureAwait(false);
        var tail = await engine.AskAsync((client, token) => new ContainerOutput(client).TailAsync(id, lines, token), stop).ConfigureAwait(false);
        return [.. tail.Select(Plain.Line).Select(discretion.Redact)];
    }

    public async IAsyncEnumerable<OutputLine> OutputAsync(string id, int? tail, bool follow, [EnumeratorCancellation] CancellationToken stop)
    {
        await KnowAsync(id, stop).ConfigureAwait(false);
        await foreach (var line in new OutputStream(engine).OfContainerAsync(id, tail, follow, stop).ConfigureAwait(false))
        {
            yield return line with { Text = discretion.Redact(line.Text) };
        }
    }

    public IAsyncEnumerable<EngineEvent> WatchAsync(string project, CancellationToken stop) => new EventStream(engine, clock ?? TimeProvider.System).OfProjectAsync(project, withNetworks: false, stop);

    public IAsyncEnumerable<EngineEvent> WatchWithNetworksAsync(string project, CancellationToken stop) => new EventStream(engine, clock ?? TimeProvider.System).OfProjectAsync(project, withNetworks: true, stop);

    public Task AttachAsync(string id, Attachment place, CancellationToken stop) => engine.DoAsync(
        (client, token) => client.Networks.ConnectNetworkAsync(
            place.Network,
            new NetworkConnectParameters
            {
                Container = id,
                EndpointConfig = new EndpointSettings
                {
                    Aliases = [.. place.Aliases],
                    IPAMConfig = place is { IPv4: null, IPv6: null } ? null : new EndpointIPAMConfig { IPv4Address = place.IPv4 ?? "", IPv6Address = place.IPv6 ?? "" },
                },
            },
            token),
        stop);

    public Task UnpauseAsync(string id, CancellationToken stop) => engine.DoAsync((client, token) => client.Containers.UnpauseContainerAsync(id, token), stop);

    public async Task<IReadOnlyList<string>> NetworksAsync(string project, CancellationToken stop)
    {
        var networks = await engine.AskAsync(
            (client, token) => client.Networks.ListNetworksAsync(new NetworksListParameters { Filters = OfProject(project) }, token),
            stop).ConfigureAwait(false);
        return [.. networks.Select(network => network.Name)];
    }

    public Task RemoveNetworkAsync(string name, CancellationToken stop) =>
        UnlessGoneAsync((client, token) => client.Networks.DeleteNetworkAsync(name, token), stop);

    // The engine takes a name in a filter for a part of one.
    public async Task<IReadOnlyDictionary<string, string?>> VolumesAsync(IReadOnlyCollection<string> names, CancellationToken stop)
    {
        if (names.Count == 0)
        {
            return new Dictionary<string, string?>();
        }

        VolumesListParameters wanted = new() { Filters = new Dictionary<string, IDictionary<string, bool>> { ["name"] = names.ToDictionary(name => name, _ => true) } };
        var there = await engine.AskAsync((client, token) => client.Volumes.ListAsync(wanted, token), stop).ConfigureAwait(false);
        return (there.Volumes ?? []).Where(volume => names.Contains(volume.Name)).ToDictionary(volume => volume.Name, volume => volume.Labels?.TryGetValue(ComposeLabels.Project, out var project) is true ? project : null);
    }

    public Task RemoveVolumeAsync(string name, CancellationToken stop) =>
        UnlessGoneAsync((client, token) => client.Volumes.RemoveAsync(name, false, token), stop);

    internal static Dictionary<string, IDictionary<string, bool>> OfProject(string project) => new()
    {
        ["label"] = new Dictionary<string, bool> { [$"{ComposeLabels.Project}={project}"] = true },
    };

    // What it prints may hold what it was given.
    private Task KnowAsync(string id, CancellationToken stop) => _known.ContainsKey(id) ? Task.CompletedTask : InspectAsync(id, stop);

    // What is already gone, or already ended, is as it was asked to be.
    private Task UnlessGoneAsync(Func<IDockerClient, CancellationToken, Task> deed, CancellationToken stop, TimeSpan? patience = null) =>
        engine.DoAsync(
            async (client, token) =>
            {
                try
                {
                    await deed(client, token).ConfigureAwait(false);
                }
                catch (DockerApiException gone) when (gone.StatusCode is HttpStatusCode.NotFound || IsNotRunning(gone) || IsBeingRemoved(gone))
                {
                }
            },
            stop,
            patience);

    private static bool IsNotRunning(DockerApiException refusal) =>
        refusal.StatusCode is HttpStatusCode.Conflict && Says(refusal, "is not running");

    private static bool IsBeingRemoved(DockerApiException refusal) =>
        refusal.StatusCode is HttpStatusCode.Conflict && Says(refusal, "is already in progress");

    private static bool Says(DockerApiException refusal, string words) =>
        refusal.ResponseBody?.Contains(words, StringComparison.Ordinal) ?? false;
}
