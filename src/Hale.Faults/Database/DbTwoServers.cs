using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Database;

/// <summary>A container that is not of this stack uses the volume of a database of this stack at the same time.</summary>
public sealed class DbTwoServers : Fault
{
    private const string Other = "other";

    public override string Id => "db-two-servers";

    public override string Title => "Two database servers use one volume";

    public override Needs Needs => Needs.Containers | Needs.Neighbours;

    public override string Page => """
        A database of this stack and a container of somebody else run on the same volume. Each writes as if it were alone: this destroys
        data.

        ## What we look at
        The volumes that the running containers of the engine mount, and which of this stack's are database servers.

        ## Why it happens
        A project that was renamed, a second checkout with a fixed volume name, or a container that was left from `docker run`.

        ## What mends it
        Stop one of the two at once. Hale stops neither: it cannot know which one is meant to be.

        ## When it is not this
        Two containers that share a volume of files, such as uploads, are no danger of this kind.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        if (!evidence.Neighbours.Has(out var neighbours))
        {
            return Diagnosis.CannotTell(evidence.Neighbours.Unknown);
        }

        return Diagnosis.Present(
        [
            .. (from mine in containers.Containers
                where mine.State is ContainerState.Running && Servers.PortOf(mine) > 0
                from volume in mine.Mounts.Where(mount => mount is { Kind: "volume", Source: not null, ReadOnly: false })
                from other in neighbours.Containers
                where other.Running && other.Volumes.Contains(volume.Source)
                select new Finding(Id, mine.Service, $"'{mine.Service}' and the container {other.Name} run on the same volume {volume.Source}")
                {
                    Facts = new Dictionary<string, string> { [Other] = other.Name },
                }).DistinctBy(finding => finding.Subject),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"docker stop {finding.Facts[Other]}", $"or: docker compose stop {finding.Subject}");
}
