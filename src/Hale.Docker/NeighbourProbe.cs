using System.Globalization;
using Docker.DotNet.Models;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Docker;

/// <summary>Looks at what the engine holds beside the stack.</summary>
/// <param name="engine">The engine.</param>
/// <param name="isElsewhere">Whether what was made from a folder and files is another checkout's, whatever its name.</param>
public sealed class NeighbourProbe(EngineClient engine, Func<string, string, bool> isElsewhere) : IProbe
{
    public Needs Gives => Needs.Neighbours;

    public Needs After => Needs.Model | Needs.Engine;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Neighbours = Reading.Blind<NeighbourFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        try
        {
            var own = known.Model.Known?.Stack?.Name;
            var rows = await engine.AskAsync((client, token) => client.Containers.ListContainersAsync(new() { All = true }, token), stop).ConfigureAwait(false);
            var networks = await engine.AskAsync((client, token) => client.Networks.ListNetworksAsync(new(), token), stop).ConfigureAwait(false);
            var volumes = await engine.AskAsync((client, token) => client.Volumes.ListAsync(token), stop).ConfigureAwait(false);
            var facts = new NeighbourFacts
            {
                Containers = [.. rows.Where(row => own is null || Project(row.Labels) != own || isElsewhere(ComposeProjects.LabelOf(row, ComposeLabels.Folder), ComposeProjects.LabelOf(row, ComposeLabels.Files))).Select(NeighbourOf).OrderBy(one => one.Name, StringComparer.Ordinal)],
                Networks = [.. networks.Select(NetworkOf).OrderBy(network => network.Name, StringComparer.Ordinal)],
                Volumes = [.. (volumes.Volumes ?? []).Select(VolumeOf).OrderBy(volume => volume.Name, StringComparer.Ordinal)],
            };
            return evidence => evidence with { Neighbours = Reading.Of(facts) };
        }
        catch (EngineException refusal)
        {
            return Blind(refusal.Message);
        }
    }

    private Neighbour NeighbourOf(ContainerListResponse row)
    {
        var listed = ContainerView.Row(row);
        var folder = Label(row.Labels, ComposeLabels.Folder);
        return new Neighbour
        {
            Name = listed.Name,
            Project = Project(row.Labels),
            Service = listed.Service.Length > 0 ? listed.Service : null,
            Folder = folder,
            FolderIsGone = folder is not null && engine.IsLocal && !Directory.Exists(folder),
            Running = listed.State is ContainerState.Running or ContainerState.Paused or ContainerState.Restarting,
            Networks = [.. row.NetworkSettings?.Networks?.Keys ?? Enumerable.Empty<string>()],
            Ports = listed.Ports,
            Volumes = [.. (row.Mounts ?? []).Where(mount => mount.Type == "volume").Select(mount => mount.Name).OfType<string>().Where(name => name.Length > 0)],
        };
    }

    private static EngineNetwork NetworkOf(NetworkResponse network) => new()
    {
        Name = network.Name,
        Id = network.ID,
        Project = Project(network.Labels),
        Internal = network.Internal,
        CreatedAt = network.Created is { Year: > 1 } created ? new DateTimeOffset(created.ToUniversalTime()) : null,
        Subnets = [.. (network.IPAM?.Config ?? []).Select(range => range.Subnet).OfType<string>().Where(subnet => subnet.Length > 0)],
    };

    private static EngineVolume VolumeOf(VolumeResponse volume) => new(volume.Name)
    {
        Project = Project(volume.Labels),
        Key = Label(volume.Labels, ComposeLabels.Volume),
        CreatedAt = DateTimeOffset.TryParse(volume.CreatedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
    };

    private static string? Project(IDictionary<string, string>? labels) => Label(labels, ComposeLabels.Project);

    private static string? Label(IDictionary<string, string>? labels, string key) =>
        labels is not null && labels.TryGetValue(key, out var value) ? value : null;
}
