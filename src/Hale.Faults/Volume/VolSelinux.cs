using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Volume;

/// <summary>SELinux keeps a container from a mounted file or folder.</summary>
public sealed partial class VolSelinux : LogFault
{
    public override string Id => "vol-selinux";

    public override string Title => "SELinux keeps a service from a mounted folder";

    public override Needs Needs => Needs.Containers | Needs.Mounts;

    public override string Page => """
        A service that runs as root is denied a file or folder of this machine that is mounted into it. The mode would let it; SELinux does
        not, since the files do not have the label that containers may use.

        ## What we look at
        The program's own words, permission denied, with a path; the mount that covers the path; the user, which is root; and whether SELinux
        is in force on this machine.

        ## Why it happens
        Fedora, RHEL and their relatives have SELinux in force, and files in a home folder have a label of their own.

        ## What mends it
        `:z` behind the mount in the Compose file gives the files the label of containers. It changes the label of everything in that folder,
        so never write it behind `/home`, `/usr` or `/etc`; Hale does not write it at all.

        ## When it is not this
        A service that runs as another user than root is denied by the owner and the mode: `vol-uid-mismatch`.
        """;

    private protected override Regex Line => Denied();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        if (evidence.Mounts.Known is not { Selinux: true } mounts || container.User is not ("" or "root" or "0" or "0:0" or "root:root"))
        {
            return null;
        }

        var mount = mounts.Mounts.Where(one => one.Service == container.Service && line.Value.Contains(one.Target.TrimEnd('/'), StringComparison.Ordinal)).MaxBy(one => one.Target.Length);
        return mount is null
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' runs as root and is denied {mount.Target}, where {mount.InProject ?? mount.Source} is mounted: SELinux is in force")
            {
                Facts = new Dictionary<string, string> { ["source"] = mount.InProject is { } inside ? $"./{inside}" : mount.Source, ["target"] = mount.Target, ["options"] = mount.ReadOnly ? "ro,z" : "z" },
            };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"ls -dZ {finding.Facts["source"]}",
        $"end that mount of '{finding.Subject}' in the Compose file with :{finding.Facts["options"]}, as in {finding.Facts["source"]}:{finding.Facts["target"]}:{finding.Facts["options"]}, then run: docker compose up -d {finding.Subject}");

    // touch: cannot touch '/data/x': Permission denied      PermissionError: [Errno 13] Permission denied: '/data/x'
    [GeneratedRegex("(?i).*permission denied.*")]
    private static partial Regex Denied();
}
