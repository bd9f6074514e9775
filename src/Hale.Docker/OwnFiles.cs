using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker;

/// <summary>
/// Tells which file of the project a file of a container is: what is mounted from the project, or what the image was built with, if one file
/// alone of the build context has the same name and content.
/// </summary>
/// <param name="local">True when the engine's files are this machine's.</param>
/// <param name="sight">Looks for files of the project.</param>
internal sealed class OwnFiles(bool local, IProjectSight sight)
{
    /// <returns>The file, relative to the project; null where that cannot be told.</returns>
    public string? Of(ContainerInspectResponse container, BuildSource? build, string path, ContainerFile file)
    {
        var mount = (container.Mounts ?? []).Where(one => one.Destination is { Length: > 0 } target && MountFacts.Covers(target, path)).MaxBy(one => one.Destination.Length);
        return mount is { Type: "bind", Source: { } source } && local ? sight.At(source + path[mount.Destination.TrimEnd('/').Length..])
            : mount is null && file is { Whole: true, IsFolder: false } && build is { IsRemote: false, Context: { } context } ? sight.Like(context, path[(path.LastIndexOf('/') + 1)..], file.Head)
            : null;
    }
}
