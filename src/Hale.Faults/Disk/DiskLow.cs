using Hale.Kernel.Faults;

namespace Hale.Faults.Disk;

/// <summary>Little room is left where the engine keeps its data.</summary>
public sealed class DiskLow : Fault
{
    private const long Least = 2L << 30;

    public override string Id => "disk-low";

    public override string Title => "Little disk space is left for the engine";

    public override Needs Needs => Needs.Machine;

    public override string Page => """
        Images, build caches and volumes share one disk with everything else, and it is nearly full. Builds, pulls and databases
        fail in many ways when it is.

        ## What we look at
        The free bytes of the file system that holds the engine's data folder: less than 2 GiB is told. It is a warning, and stops nothing.

        ## Why it happens
        Old images and build caches of all projects on this machine add up.

        ## What mends it
        `docker system df` shows what takes the room; `docker builder prune` frees build caches. Hale does neither by itself, since
        they belong to other projects too.

        ## When it is not this
        An engine on another machine has its own disk, which cannot be seen from here.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return machine.FreeDiskBytes is not { } free || free >= Least
            ? Diagnosis.Absent
            : Diagnosis.Present(new Finding(Id, "machine", $"{free / (double)(1 << 20):0} MiB are free at {machine.DiskFolder}") { OnlyWarns = true });
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("docker system df", "docker builder prune");
}
