using System.Text.RegularExpressions;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Volume;

/// <summary>An empty folder of this machine is mounted over the files that the image has there.</summary>
public sealed partial class VolHidesImageFiles : Fault
{
    public override string Id => "vol-hides-image-files";

    public override string Title => "An empty folder is mounted over the image's files";

    public override Needs Needs => Needs.Containers | Needs.Mounts;

    public override string Page => """
        A service mounts a folder of this machine that is empty. Whatever the image has at that path cannot be seen in the container, and the
        program is not found, or does not find its own files.

        ## What we look at
        The path in the program's or the engine's words, the mount that covers it, and whether its source on this machine is empty.

        ## Why it happens
        The path in the Compose file is misspelt or was moved, and the engine made an empty folder of that name; or the folder is filled by a
        build that has not run on this machine.

        ## What mends it
        The right path in the Compose file, or none: without the mount the container has the image's files. Hale cannot know which is meant.

        ## When it is not this
        A file that is missing with no mount over it is missing in the image. A folder in the place of one single file is
        `bind-source-becomes-dir`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers) || !evidence.Mounts.Has(out var mounts))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown ?? evidence.Mounts.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from one in containers.Containers
               where one.Failed
               from line in one.State is ContainerState.Created ? [one.Error] : one.Log
               let missing = Missing().Match(line)
               where missing.Success
               let path = missing.Groups["path"].Value
               let mount = mounts.Covering(one.Service, path)
               where mount is { IsFolder: true, Holds.Count: 0 } && path.Length > mount.Target.Length
               group FindingOf(one, path, mount) by one.Service into same
               select same.First(),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"correct {finding.Facts["source"]} in the volumes of '{finding.Subject}' in the Compose file, or leave that line out",
        $"docker compose run --rm --no-deps {finding.Subject} ls {finding.Facts["target"]}");

    private Finding FindingOf(SeenContainer one, string path, HostMount mount) =>
        new(Id, one.Service, $"'{one.Service}' does not find {path}: the empty folder {mount.InProject ?? mount.Source} is mounted over {mount.Target}")
        {
            Facts = new Dictionary<string, string> { ["source"] = mount.InProject ?? mount.Source, ["target"] = mount.Target },
        };

    // python3: can't open file '/app/main.py': [Errno 2] No such file or directory
    // Error: Cannot find module '/app/server.js'      sh: 0: cannot open /app/start.sh: No such file
    // exec: "/app/start.sh": stat /app/start.sh: no such file or directory: unknown
    [GeneratedRegex("""(?i)(?:can'?t open file|cannot find module|cannot open|stat|exec:|no such file or directory:?,?(?: open)?)\s+["']?(?<path>/[^\s"':]+)|(?<path>/[^\s"':]+)["']?: (?:not found|no such file)""")]
    private static partial Regex Missing();
}
