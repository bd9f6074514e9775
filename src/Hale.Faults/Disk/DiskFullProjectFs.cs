using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Disk;

/// <summary>A folder that a service has mounted lies on a full file system, which is not the one that holds the engine's data.</summary>
public sealed class DiskFullProjectFs : Fault
{
    private const string FolderFact = "folder";

    // What is left where a file could not be written any more.
    private const long Full = 1 << 20;

    public override string Id => "disk-full-project-fs";

    public override string Title => "The disk of a mounted folder is full, and it is not the engine's";

    public override Needs Needs => Needs.Containers | Needs.Machine | Needs.Mounts;

    public override string Page => """
        A service could not write into a folder of this machine that it has mounted, while the disk that holds the engine's data has room.

        ## What we look at
        "No space left on device" in the output of the service, the free bytes where the service's mounted folders lie on this machine, and those where the
        engine keeps its data.

        ## Why it happens
        The project, or a folder beside it, lies on a small disk, on a share, below a quota, or on a file system in memory.

        ## What mends it
        A person: room is made there, or the folder is moved to another disk. Hale deletes nothing.

        ## When it is not this
        Where the engine's own disk is full it is `disk-full-docker-root`, or `inode-exhausted` when it can hold no more files.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        var said = containers.Containers.Where(one => one.Unwell && one.Log.Any(line => NoSpaceFault.NoSpace().IsMatch(line))).Select(one => one.Service).Distinct().ToList();
        if (said.Count == 0)
        {
            return Diagnosis.Absent;
        }

        if (!evidence.Machine.Has(out var machine) || !evidence.Mounts.Has(out var mounts))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown ?? evidence.Mounts.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from service in said
               where machine.FreeDiskBytes is not < Full
               let mount = mounts.Mounts.FirstOrDefault(mount => mount is { ReadOnly: false, FreeBytes: < Full } && mount.Service == service)
               where mount is not null
               select FindingOf(mount),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"df -h '{finding.Facts[FolderFact]}'",
        $"du -xah '{finding.Facts[FolderFact]}' | sort -h | tail   # what takes the room there");

    private Finding FindingOf(HostMount mount) =>
        new(Id, mount.Service, $"'{mount.Service}' failed for want of room: {(mount.FreeBytes!.Value >> 10).ToString(CultureInfo.InvariantCulture)} KiB are free in {mount.InProject ?? mount.Source}, which is not on the engine's disk")
        {
            Facts = new Dictionary<string, string> { [FolderFact] = mount.InProject ?? mount.Source },
        };
}
