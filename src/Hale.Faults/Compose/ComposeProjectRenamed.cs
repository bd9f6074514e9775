using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Compose;

/// <summary>The project has another name than before, so its volumes are new and the old ones lie beside them.</summary>
public sealed class ComposeProjectRenamed : Fault
{
    private const string Old = "old";
    private const string Volumes = "volumes";

    public override string Id => "compose-project-renamed";

    public override string Title => "The project had another name before, and its data has stayed there";

    public override Needs Needs => Needs.Model | Needs.Neighbours | Needs.Containers;

    public override string Page => """
        The project's name is part of its volumes' names. It has changed, so Compose made new, empty volumes; the data lies in the old
        ones.

        ## What we look at
        Stopped containers of another project that were made from this very folder, or from one that is gone, for services of this stack;
        and the volumes of that project that have the same name in the Compose file as newer ones of this one.

        ## Why it happens
        The folder was renamed or moved, and the project's name is the folder's unless the Compose file or `COMPOSE_PROJECT_NAME` says
        another one. Or one of the two was added or changed.

        ## What mends it
        The old name, written into the Compose file as `name:`. Nothing is lost until a volume is removed. Hale only warns: which of the
        two has the data that you want, only you know.

        ## When it is not this
        A project of another folder that is up is another stack, whatever its services are called.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Neighbours.Has(out var neighbours) || !evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown ?? evidence.Containers.Unknown);
        }

        var folder = containers.Containers.FirstOrDefault(one => one.Folder.Length > 0)?.Folder;
        return Diagnosis.Present(
        [
            .. from before in neighbours.Containers.GroupBy(one => one.Project)
               where before.Key is not null && before.All(one => !one.Running && stack.Find(one.Service ?? "") is not null && (one.FolderIsGone || (one.Folder is not null && one.Folder == folder)))
               let volumes = Left(before.Key, stack, neighbours)
               where volumes.Count > 0
               select FindingOf(before.Key, volumes, before.First()),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"to go on with the old data, at the top of the Compose file: name: {finding.Facts[Old]}",
        $"docker volume inspect {finding.Facts[Volumes]}");

    private Finding FindingOf(string project, IReadOnlyList<string> volumes, Neighbour one)
    {
        var place = one.FolderIsGone ? $"from {one.Folder}, which is gone" : "from this very folder";
        return new Finding(Id, "project", $"the same services were made as the project '{project}' before, {place}; its data lies in {string.Join(", ", volumes)}, and this project has newer volumes of its own")
        {
            OnlyWarns = true,
            Facts = new Dictionary<string, string> { [Old] = project, [Volumes] = string.Join(' ', volumes) },
        };
    }

    // Those of the other project that this one has a newer volume for.
    private static IReadOnlyList<string> Left(string project, Stack stack, NeighbourFacts neighbours) =>
    [
        .. from old in neighbours.Volumes ?? []
           where old.Project == project && old.CreatedAt is not null
           let own = stack.Volumes.FirstOrDefault(volume => volume.Key == old.Key && !volume.External)
           where own is not null && neighbours.Volumes!.Any(one => one.Name == own.Name && one.Project == stack.Name && one.CreatedAt > old.CreatedAt)
           select old.Name,
    ];
}
