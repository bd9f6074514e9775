using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>A named volume of the stack was made for another project.</summary>
public sealed class ComposeVolumeForeignProject : Fault
{
    public override string Id => "compose-volume-foreign-project";

    public override string Title => "A volume of the stack was made for another project";

    public override Needs Needs => Needs.Model | Needs.Neighbours;

    public override string Page => """
        The Compose file gives a volume a fixed name, and a volume of that name was made for another project. Compose warns, and uses it
        with all that is in it: two projects have one volume.

        ## What we look at
        The volumes of the resolved Compose model that are not external, against the engine's, by their names and the project for which
        each was made.

        ## Why it happens
        The project was copied, or got another project name, and the volume has a `name:` that does not change with it.

        ## What mends it
        You decide: `external: true` says that both are to have it; another `name:`, or none, gives this project a volume of its own,
        which is empty. Hale only warns.

        ## When it is not this
        A volume without a `name:` belongs to its project. When that has changed, its data seems gone: `compose-project-renamed`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack)
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown ?? (evidence.Model.Known is null ? null : "Compose gave no model"));
        }

        if (!evidence.Neighbours.Has(out var neighbours))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from volume in stack.Volumes
               where !volume.External
               let there = neighbours.Volumes?.FirstOrDefault(one => one.Name == volume.Name && one.Project is { } project && project != stack.Name)
               where there is not null
               let user = neighbours.Containers.FirstOrDefault(one => one.Running && one.Volumes.Contains(volume.Name))
               select new Finding(Id, volume.Key, $"the volume {volume.Name} was made for the project '{there.Project}', and this stack uses it with what is in it{(user is null ? "" : $"; {user.Name} uses it at this moment")}") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"if both are to have it, in the Compose file: volumes: {{{finding.Subject}: {{external: true, name: …}}}}",
        $"if not: another name: for the volume '{finding.Subject}', or none");
}
