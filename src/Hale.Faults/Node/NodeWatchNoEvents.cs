using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>A folder that a development server watches lies on a file system that tells nobody of changes.</summary>
public sealed class NodeWatchNoEvents : Fault
{
    // As the kernel names them: drives of Windows in WSL, folders shared with a virtual machine, and shares of a network. A file that is written on the other side
    // of one of these makes no event on this side.
    private static readonly string[] Silent =
        ["9p", "v9fs", "drvfs", "virtiofs", "vboxsf", "prl_fs", "fuse.prl_fsd", "fuse.vmhgfs-fuse", "fuse.sshfs", "fuse.rclone", "nfs", "nfs4", "cifs", "smb", "smb2", "smb3"];

    public override string Id => "node-watch-no-events";

    public override string Title => "A watched folder lies on a file system that tells of no changes";

    public override Needs Needs => Needs.Mounts | Needs.Node | Needs.Model;

    public override string Page => """
        A service has a folder mounted and rebuilds when something in it changes. The folder lies on a file system that does not tell this
        side of what is written on the other, so that a saved file changes nothing, and nothing says why.

        ## What we look at
        The kind of file system of the mounted folder on this machine, and whether the service's `package.json` names a tool that watches its
        files and can look for itself, without the variable that makes it.

        ## Why it happens
        A drive of Windows in WSL (`/mnt/c`), a folder shared with a virtual machine, or a share of the network.

        ## What mends it
        The project is moved to a disk of this machine's own, in WSL below `/home`; or a variable lets the tool look at its files again and again,
        which costs some processor time. Hale only warns, since the stack is healthy all the same.

        ## When it is not this
        A watcher that ends with an error met a limit: `node-watch-limit`, `node-watch-instances`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Mounts.Has(out var mounts) || !evidence.Node.Has(out _))
        {
            return Diagnosis.CannotTell(evidence.Mounts.Unknown ?? evidence.Node.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from mount in mounts.Mounts
               where mount is { IsFolder: true, FileSystem: not null } && Silent.Contains(mount.FileSystem)
               let polling = string.Join(' ', Watcher.PollingOf(mount.Service, evidence))
               where polling.Length > 0
               group new Finding(Id, mount.Service, $"'{mount.Service}' watches {mount.InProject ?? mount.Source} for changes, and the file system there ({mount.FileSystem}) does not tell of those made on its other side")
               {
                   OnlyWarns = true,
                   Facts = new Dictionary<string, string> { ["polling"] = polling },
               }
               by mount.Service into same
               select same.First(),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
    [
        "move the project to a disk of this machine's own",
        .. finding.Facts["polling"].Split(' ').Select(variable => $"or add {variable}: \"true\" to the environment of '{finding.Subject}' in the Compose file"),
    ]);
}
