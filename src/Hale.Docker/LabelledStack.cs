using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Docker;

/// <summary>A stack as the labels of its containers tell of it, for when the project's files cannot be read any more.</summary>
public sealed class LabelledStack(EngineClient engine)
{
    /// <summary>What Compose made from the files of this folder: services with what they wait for, networks. Null when there is nothing, or when several projects are made from it.</summary>
    /// <exception cref="EngineException">The engine refuses or does not answer.</exception>
    public async Task<Stack?> MadeFromAsync(string folder, CancellationToken stop)
    {
        var filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [$"{ComposeLabels.Folder}={folder}"] = true } };
        var rows = await engine.AskAsync((client, token) => client.Containers.ListContainersAsync(new() { All = true, Filters = filters }, token), stop).ConfigureAwait(false);
        if (rows.Select(row => ComposeProjects.LabelOf(row, ComposeLabels.Project)).Distinct().ToList() is not [{ Length: > 0 } project])
        {
            return null;
        }

        var networks = await engine.AskAsync((client, token) => client.Networks.ListNetworksAsync(new() { Filters = ContainerEngine.OfProject(project) }, token), stop).ConfigureAwait(false);
        return Of(project, rows, [.. networks.Select(network => network.Name)]);
    }

    private static Stack Of(string project, IEnumerable<ContainerListResponse> rows, IReadOnlyList<string> networks) => new()
    {
        Name = project,
        Services =
        [
            .. from row in rows
               let name = ComposeProjects.LabelOf(row, ComposeLabels.Service)
               where name.Length > 0 && ComposeProjects.LabelOf(row, ComposeLabels.OneOff) is not "True"
               group row by name into replicas
               select new Service { Name = replicas.Key, Image = replicas.First().Image, Replicas = replicas.Count(), DependsOn = [.. DependsOn(ComposeProjects.LabelOf(replicas.First(), ComposeLabels.DependsOn))] },
        ],
        Networks = [.. networks.Select(network => new StackNetwork(network, network, false))],
    };

    // db:service_healthy:false,cache:service_started:true
    private static IEnumerable<Dependency> DependsOn(string label) =>
        label.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => new Dependency(one.Split(':')[0], DependencyCondition.Started));
}
