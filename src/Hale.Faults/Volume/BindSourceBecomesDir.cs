using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Volume;

/// <summary>A program reads a mounted file and finds the folder that the engine made in its place.</summary>
public sealed partial class BindSourceBecomesDir : LogFault
{
    public override string Id => "bind-source-becomes-dir";

    public override string Title => "A folder stands where a mounted file is missing";

    public override Needs Needs => Needs.Containers | Needs.Mounts;

    public override string Page => """
        A file of the project is mounted into a container and was not there, so the engine made an empty folder of its name. The program in the
        container finds a folder where it wants to read a file.

        ## What we look at
        The program's own words, `Is a directory` and the like, with a path; the mount that covers that path; and whether its source on this
        machine is an empty folder. Where the service runs and says nothing of it, an empty folder with the name of a file is a warning.

        ## Why it happens
        The file is kept out of Git and each checkout makes its own, often from a template beside it. The folder belongs to root.

        ## What mends it
        The empty folder is removed, the file is made from its template, and the containers of the service are made anew. Without a template the
        file has to be written.

        ## When it is not this
        Where the image has a file at that path, the engine refuses to mount the folder onto it: `bind-dir-onto-file`.
        """;

    private protected override Regex Line => IsDirectory();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        // The path may stand anywhere in the line.
        var mount = evidence.Mounts.Known?.Mounts
            .Where(one => one.Service == container.Service && one is { IsFolder: true, Holds.Count: 0 })
            .FirstOrDefault(one => line.Value.Contains(one.Target, StringComparison.Ordinal));
        return mount is null
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' reads the file {mount.Target}, and {mount.InProject ?? mount.Source}, which is mounted there, is an empty folder") { Facts = BindSource.FactsOf(mount) };
    }

    public override Diagnosis Detect(Evidence evidence) => base.Detect(evidence) switch
    {
        Diagnosis.Clear => evidence.Mounts.Known is null ? NothingFound.In(evidence, Needs) : Diagnosis.Present([.. Unnoticed(evidence)]),
        var told => told,
    };

    public override Remedy Mend(Finding finding) => BindSource.FileInstead(finding);

    // A program that reads it later, or never says so: its name alone tells that a file was meant.
    private IEnumerable<Finding> Unnoticed(Evidence evidence) =>
        from mount in evidence.Mounts.Known?.Mounts ?? []
        where mount is { IsFolder: true, Holds.Count: 0, InProject: not null } && Mount.NamesFile(mount.Source, mount.Target)
        where evidence.Containers.Known?.Of(mount.Service).ToList() is { Count: > 0 } there && there.TrueForAll(one => one.State is ContainerState.Running && !one.Unwell)
        select new Finding(Id, mount.Service, $"'{mount.Service}' mounts {mount.InProject}, a file by its name, and an empty folder stands there, as an engine makes one where the file is missing")
        {
            Facts = BindSource.FactsOf(mount),
            OnlyWarns = true,
        };

    // IsADirectoryError: [Errno 21] Is a directory: '/app/settings.toml'
    // Error: EISDIR: illegal operation on a directory, read      cat: /app/app.conf: Is a directory
    [GeneratedRegex("(?i).*(?:is a directory|EISDIR|not a regular file).*")]
    private static partial Regex IsDirectory();
}
