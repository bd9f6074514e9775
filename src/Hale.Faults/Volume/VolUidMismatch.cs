using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Volume;

/// <summary>A service may not write a mounted folder, because another user owns it.</summary>
public sealed partial class VolUidMismatch : LogFault
{
    public override string Id => "vol-uid-mismatch";

    public override string Title => "A service may not write a folder that another user owns";

    public override string Page => """
        A service runs as a user of its own and is denied a path in a volume or a mounted folder, which belongs to another user, mostly root.

        ## What we look at
        The program's own words, permission denied, with a path; the mount of the container that covers the path, and whether it may be
        written; and the user as which the container runs.

        ## Why it happens
        The engine makes a new volume for root unless the image has a folder at that path already. A folder of the project has the owner that it
        has on the machine, whose number is another than that of the image's user.

        ## What mends it
        The volume is given to the user of the service, once. For a folder of the project, `user:` in the Compose file can name your own number.
        Hale changes the owner of nothing.

        ## When it is not this
        A mount that is read-only is refused with other words: `fs-readonly`. A service that runs as root is denied for another reason, such
        as SELinux.
        """;

    private protected override Regex Line => Denied();

    private protected override Finding? Find(SeenContainer container, Match line, Evidence evidence)
    {
        if (container.User is "" or "root" or "0" or "0:0" or "root:root")
        {
            return null;
        }

        var mount = container.Mounts
            .Where(one => one is { ReadOnly: false, Kind: "bind" or "volume" } && line.Value.Contains(one.Target.TrimEnd('/'), StringComparison.Ordinal))
            .MaxBy(one => one.Target.Length);
        return mount is null
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' runs as the user {container.User} and is denied {mount.Target}, {(mount.Kind == "volume" ? "a volume" : $"the folder {mount.Source}")} of another user")
            {
                Facts = new Dictionary<string, string> { ["user"] = container.User, ["target"] = mount.Target, ["bind"] = mount.Kind == "bind" ? mount.Source ?? "" : "" },
            };
    }

    public override Remedy Mend(Finding finding)
    {
        var (user, target) = (finding.Facts["user"], finding.Facts["target"]);
        var chown = $"docker compose run --rm --no-deps --user 0 --entrypoint chown {finding.Subject} -R {user} {target}";
        return finding.Facts["bind"].Length == 0
            ? Remedy.ByHand(chown)
            : Remedy.ByHand($"set user: \"$(id -u):$(id -g)\" for '{finding.Subject}' in the Compose file, with the numbers that `id` prints, or:", chown);
    }

    // touch: cannot touch '/data/x': Permission denied      PermissionError: [Errno 13] Permission denied: '/data/x'      EACCES: permission denied, open '/data/x'
    [GeneratedRegex("(?i).*permission denied.*")]
    private static partial Regex Denied();
}
