using Docker.DotNet.Models;
using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Docker;

/// <summary>Looks at what the engine holds beside the stack.</summary>
public sealed class NeighbourProbe(EngineClient engine) : IProbe
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
            var facts = new NeighbourFacts
            {
                Containers = [.. rows.Select(NeighbourOf).Where(one => own is null || one.Project != own).OrderBy(one => one.Name, StringComparer.Ordinal)],
                Networks = [.. networks.Select(NetworkOf).OrderBy(network => network.Name, StringComparer.Ordinal)],
            };
            return evidence => evidence with { Neighbours = Reading.Of(facts) };
        }
        catch (EngineException refusal)
        {
            return Blind(refusal.Message);
        }
    }

    private static Neighbour NeighbourOf(ContainerListResponse row)
    {
        var listed = ContainerView.Row(row);
        return new Neighbour
        {
            Name = listed.Name,
            Project = Project(row.Labels),
            Running = listed.State is ContainerState.Running or ContainerState.Paused or ContainerState.Restarting,
            Ports = listed.Ports,
            Volumes = [.. (row.Mounts ?? []).Where(mount => mount.Type == "volume").Select(mount => mount.Name).OfType<string>().Where(name => name.Length > 0)],
        };
    }

    private static EngineNetwork NetworkOf(NetworkResponse network) => new()
    {
        Name = network.Name,
        Id = network.ID,
        Project = Project(network.Labels),
        Subnets = [.. (network.IPAM?.Config ?? []).Select(range => range.Subnet).OfType<string>().Where(subnet => subnet.Length > 0)],
    };

    private static string? Project(IDictionary<string, string>? labels) =>
        labels is not null && labels.TryGetValue(ComposeLabels.Project, out var project) ? project : null;
}
