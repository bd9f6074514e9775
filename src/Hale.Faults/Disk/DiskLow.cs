using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Disk;

/// <summary>Little room is left where the engine keeps its data.</summary>
public sealed class DiskLow : Fault
{
    // Base images and build caches of a small stack take about this much.
    private const long Enough = 3L << 30;

    public override string Id => "disk-low";

    public override string Title => "Little disk space is left where the engine keeps its data";

    public override Needs Needs => Needs.Machine;

    public override string Page => """
        Less than 3 GiB are free where the engine keeps images, build caches and volumes. A build or a database may fail in the middle.

        ## What we look at
        The free bytes of the file system that holds the engine's data folder, where that is on this machine.

        ## Why it happens
        Old images and build caches pile up, or a container writes a log without bound.

        ## What mends it
        You choose what may go: `docker system df` shows what takes the room, `docker builder prune` frees old build caches and
        `docker image prune` images without a name. Neither touches a volume. Hale only warns.

        ## When it is not this
        "No space left on device" with room to spare is a file system without free inodes, or another file system.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return machine.FreeDiskBytes is { } free && free < Enough
            ? Diagnosis.Present(new Finding(Id, "machine", $"{Mebibytes(free)} MiB are free in {machine.DiskFolder}, where the engine keeps its data") { OnlyWarns = true })
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("docker system df", "docker builder prune", "docker image prune");

    private static string Mebibytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);
}
