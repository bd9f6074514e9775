using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Disk;

/// <summary>The disk on which the engine keeps its data is full, and something failed for it.</summary>
public sealed class DiskFullDockerRoot : NoSpaceFault
{
    // What is left where a file could not be written any more: never quite nothing, since some is kept for root.
    private const long Full = 256L << 20;

    public override string Id => "disk-full-docker-root";

    public override string Title => "The disk on which the engine keeps its data is full";

    public override IReadOnlyList<string> Causes => ["disk-low"];

    public override string Page => """
        A build, a container or the engine could not write, since the disk that holds the engine's data has no room.

        ## What we look at
        "No space left on device" in what failed, and the free bytes where the engine keeps its data. With no byte free a container that
        failed and printed nothing counts too, since its output lies there as well.

        ## Why it happens
        Old images and build caches pile up, a container writes a log without bound, or a database grows.

        ## What mends it
        You choose what may go, the safest first: build caches that were not used for ten days, then images without a name. Neither touches
        a volume. Hale deletes nothing of it, since other projects share it.

        ## When it is not this
        With room to spare it is `inode-exhausted`, or a small file system of the container's own, such as a `tmpfs` with a size;
        a mounted folder on another disk that is full is `disk-full-project-fs`.
        """;

    private protected override bool Silences(MachineFacts machine) => machine.FreeDiskBytes < 1 << 20;

    private protected override string? Judge(string where, MachineFacts machine) => machine is { FreeDiskBytes: { } free and < Full } and not { FreeInodes: < InodeExhausted.Enough }
        ? $"{where} failed for want of room: {(free >> 20).ToString(CultureInfo.InvariantCulture)} MiB are free in {machine.DiskFolder}, where the engine keeps its data"
        : null;

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "docker system df",
        "docker builder prune --filter until=240h",
        "docker image prune",
        "docker ps --all --size --format 'table {{.Names}}\\t{{.Size}}'   # what containers have written");
}
