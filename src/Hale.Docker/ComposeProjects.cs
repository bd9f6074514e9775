using Docker.DotNet.Models;
using Hale.Kernel.Engines;

namespace Hale.Docker;

/// <summary>The Compose projects of which the engine has containers, whoever made them.</summary>
public sealed class ComposeProjects(EngineClient engine)
{
    /// <summary>All of them, by name and folder; those of one name when one is given.</summary>
    /// <exception cref="EngineException">The engine refuses or does not answer.</exception>
    public async Task<IReadOnlyList<ComposeProject>> ListAsync(string? name, CancellationToken stop)
    {
        var filters = name is null
            ? new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [ComposeLabels.Project] = true } }
            : ContainerEngine.OfProject(name);
        var rows = await engine.AskAsync((client, token) => client.Containers.ListContainersAsync(new() { All = true, Filters = filters }, token), stop).ConfigureAwait(false);
        return
        [
            .. from row in rows
               group row by (Name: LabelOf(row, ComposeLabels.Project), Folder: LabelOf(row, ComposeLabels.Folder), Files: LabelOf(row, ComposeLabels.Files)) into same
               orderby same.Key.Name, same.Key.Folder
               select new ComposeProject(same.Key.Name, same.Key.Folder, same.Key.Files, [.. same.Select(ContainerView.Row).Where(container => !container.OneOff)]),
        ];
    }

    /// <summary>Those containers that were not made from another checkout.</summary>
    internal static IEnumerable<ContainerListResponse> Own(IEnumerable<ContainerListResponse> rows, Func<string, string, bool> isElsewhere) =>
        rows.GroupBy(row => (Folder: LabelOf(row, ComposeLabels.Folder), Files: LabelOf(row, ComposeLabels.Files)))
            .Where(made => !isElsewhere(made.Key.Folder, made.Key.Files))
            .SelectMany(made => made);

    internal static string LabelOf(ContainerListResponse row, string label) => row.Labels.TryGetValue(label, out var value) ? value : "";
}
