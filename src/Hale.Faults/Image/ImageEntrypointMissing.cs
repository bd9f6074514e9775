using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Image;

/// <summary>The file that a container is to run is not in it.</summary>
public sealed partial class ImageEntrypointMissing : ProgramFault
{
    public override string Id => "image-entrypoint-missing";

    public override string Title => "The file that a container is to run is not in it";

    public override Needs Needs => base.Needs | Needs.Mounts;

    public override string Page => """
        The command or the entrypoint of a service is a path, and nothing lies at that path in the container.

        ## What we look at
        The engine's refusal, which names the path, what the container has there, and the mount that covers it.

        ## Why it happens
        The path is misspelt, the Dockerfile copies the file somewhere else, or a mounted folder covers what the image has there and does not
        hold the file itself.

        ## What mends it
        The path in the Compose file or the Dockerfile, or the file in the mounted folder. Hale cannot know which is meant.

        ## When it is not this
        A script that is there and whose interpreter is not found says nearly the same: `image-entrypoint-crlf`,
        `image-interpreter-missing`. A mounted folder that is empty is `vol-hides-image-files`.
        """;

    private protected override Regex Refusal => NotThere();

    private protected override Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence)
    {
        var cover = container.Mounts.Where(mount => MountFacts.Covers(mount.Target, program.Name)).MaxBy(mount => mount.Target.Length);
        if (program.At is not null || evidence.Mounts.Known?.Covering(container.Service, program.Name) is { IsFolder: true, Holds.Count: 0 })
        {
            return null;
        }

        return new Finding(Id, container.Service, $"'{container.Service}' is to run {program.Name}, which is not in its {(cover is null ? "image" : $"container: {Says(cover, evidence.Mounts.Known?.Covering(container.Service, program.Name))} is mounted over {cover.Target} and does not hold it")}")
        {
            Facts = new Dictionary<string, string> { ["folder"] = program.Name.LastIndexOf('/') is > 0 and var end ? program.Name[..end] : "/", ["covered"] = cover?.Target ?? "" },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"docker compose run --rm --no-deps --entrypoint ls {finding.Subject} -la {finding.Facts["folder"]}",
        finding.Facts["covered"] is { Length: > 0 } target
            ? $"put the file into the folder that is mounted at {target}, or correct the entrypoint or command of '{finding.Subject}'"
            : $"correct the entrypoint or command of '{finding.Subject}' in the Compose file or its Dockerfile, or copy the file there, then run: docker compose up -d --build {finding.Subject}");

    private static string Says(Mount mount, HostMount? here) => mount.Kind is "volume" ? $"the volume {mount.Source}" : here?.InProject ?? mount.Source ?? "a folder";

    // exec: "/app/start.sh": stat /app/start.sh: no such file or directory: unknown      [FATAL tini (7)] exec /app/start.sh failed: No such file or directory
    [GeneratedRegex("""(?i)exec: "(?<name>[^"]+)": stat [^:]+: no such file or directory|exec (?<name>/?[^\s":]+) failed: no such file or directory""")]
    private static partial Regex NotThere();
}
