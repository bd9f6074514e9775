using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Disk;

/// <summary>The disk on which the engine keeps its data can hold no more files, though it has room.</summary>
public sealed class InodeExhausted : NoSpaceFault
{
    // A layer of node_modules takes tens of thousands.
    internal const long Enough = 1000;

    public override string Id => "inode-exhausted";

    public override string Title => "The disk on which the engine keeps its data can hold no more files";

    // A small disk may have few of both; what ran out first is the inodes.
    public override IReadOnlyList<string> Causes => ["disk-low"];

    public override string Page => """
        A file system holds a certain number of files (inodes), and that of the engine's data has none left, though bytes are free.

        ## What we look at
        "No space left on device" in what failed, and the free inodes where the engine keeps its data.

        ## Why it happens
        Many small files: layers with `node_modules`, caches of package managers, sessions and mails kept as files.

        ## What mends it
        You choose what may go, the safest first: build caches that were not used for ten days, then images without a name. Neither touches
        a volume. Hale deletes nothing of it, since other projects share it.

        ## When it is not this
        Without free bytes it is `disk-full-docker-root`.
        """;

    private protected override string? Judge(string where, MachineFacts machine) => machine.FreeInodes is { } free && free < Enough
        ? $"{where} failed for want of inodes: {free.ToString(CultureInfo.InvariantCulture)} files more may be made in {machine.DiskFolder}, where the engine keeps its data"
        : null;

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "df -i",
        "docker builder prune --filter until=240h",
        "docker image prune");
}
