using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Probes;

/// <summary>Looks at the Node projects in the project's folder, in the build contexts, and in the folders that services have mounted.</summary>
public sealed class NodeProbe(Project project) : IProbe
{
    private const int MostFolders = 50;

    public Needs Gives => Needs.Node;

    public Needs After => Needs.Model;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Node = Reading.Blind<NodeFacts>(why) };

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (known.Model.Known?.Stack is not { } stack)
        {
            return Task.FromResult(Blind("Compose gave no model, so its folders are not known"));
        }

        var folders = (from service in stack.Services
                       from folder in FoldersOf(service)
                       where folder == project.Directory || folder.StartsWith(project.Directory.TrimEnd('/') + "/", StringComparison.Ordinal)
                       group service.Name by folder into users
                       where File.Exists(Path.Combine(users.Key, "package.json"))
                       orderby users.Key
                       select (Folder: users.Key, Services: users.Distinct().ToList())).Take(MostFolders).ToList();
        return Task.Run<Func<Evidence, Evidence>>(
            () =>
            {
                var facts = new NodeFacts([.. folders.Select(one => NodeProject.Read(one.Folder, Path.GetRelativePath(project.Directory, one.Folder)) with { Services = one.Services })]);
                return evidence => evidence with { Node = Reading.Of(facts) };
            },
            stop);
    }

    // A context may be the whole repository, with the Node project beside the Dockerfile.
    private static IEnumerable<string> FoldersOf(Service service) =>
    [
        .. service.Build is { IsRemote: false } build ? [build.Context, .. build.Dockerfile is { } file && Path.GetDirectoryName(file) is { } beside ? (string[])[beside] : []] : (string[])[],
        .. service.Mounts.Where(mount => mount is { Kind: "bind", Source: not null } && Directory.Exists(mount.Source)).Select(mount => mount.Source!.TrimEnd('/')),
    ];
}
