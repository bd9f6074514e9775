using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>The engine finds no control groups, so that it can start nothing.</summary>
public sealed partial class CgroupNotMounted : StartFault
{
    public override string Id => "cgroup-not-mounted";

    public override string Title => "The control groups of the kernel are not mounted";

    public override IReadOnlyList<string> Causes => ["run-start-refused"];

    public override string Page => """
        Containers need the kernel's control groups, and the engine does not find them mounted.

        ## What we look at
        The engine's refusal to start a container.

        ## Why it happens
        A machine without systemd that does not mount them (WSL without systemd, OpenRC), or an old engine on a system that has only version 2.

        ## What mends it
        The mount; on WSL, systemd is switched on, which mounts them itself.

        ## When it is not this
        A limit that the kernel does not know is a warning and starts all the same.
        """;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) =>
        new(Id, service ?? Finding.WholeStack, $"the kernel's control groups are not mounted: {refusal.Value.Trim()}");

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "sudo mkdir -p /sys/fs/cgroup && sudo mount -t cgroup2 none /sys/fs/cgroup",
        "on WSL, write into /etc/wsl.conf: [boot] systemd=true; then in PowerShell: wsl --shutdown");

    // cgroups: cannot find cgroup mount destination: unknown
    // Devices cgroup isn't mounted
    [GeneratedRegex("""(?:cgroups?: cannot f(?:i|ou)nd cgroup mount destination|Devices cgroup isn't mounted|no cgroup mount found in mountinfo)""")]
    private static partial Regex Said();
}
