using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Volume;

/// <summary>A service writes where its own file system, or a mount, is read-only.</summary>
public sealed partial class FsReadonly : Fault
{
    public override string Id => "fs-readonly";

    public override string Title => "A service writes where it may only read";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A container's own file system is read-only (`read_only: true`), or a mount of it is (`:ro`), and the program wants to write there.

        ## What we look at
        The program's own words, read-only file system, with a path; the container's settings; and the mount that covers the path.

        ## Why it happens
        The container was made read-only for safety, and the program needs a place for temporary files; or `:ro` was copied from another line.

        ## What mends it
        Where the path is one that holds only what is temporary, such as `/tmp`, `/run` or `/var/cache`, a line in the overlay puts an empty
        folder in memory there. For other paths, and for `:ro`, the Compose file has to be changed.

        ## When it is not this
        Where neither the container nor a mount is read-only, the disk of the machine itself may have been, after an error: that is told in
        the kernel's log. A write that is denied is `vol-uid-mismatch`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present([.. containers.Containers.Where(one => one.Unwell).Select(Find).OfType<Finding>().DistinctBy(finding => finding.Subject)]);
    }

    public override Remedy Mend(Finding finding)
    {
        var (path, folders, target) = (finding.Facts["path"], finding.Facts["folders"], finding.Facts["target"]);
        return target.Length > 0
            ? Remedy.ByHand($"leave read-only (:ro) out of the mount of {target} of '{finding.Subject}' in the Compose file")
            : new Remedy
            {
                Acts = folders.Length == 0
                    ? []
                    : [new ChangeOverlay(finding.Subject, ["tmpfs"], folders.Split('\n'), $"give '{finding.Subject}' empty folders in memory at {folders.Replace("\n", ", ", StringComparison.Ordinal)}", finding.Says, IsList: true)],
                Advice = [$"add to '{finding.Subject}' in the Compose file: tmpfs: [\"{(folders.Length > 0 ? folders.Replace("\n", "\", \"", StringComparison.Ordinal) : path)}\"]"],
            };
    }

    private Finding? Find(SeenContainer container)
    {
        var paths = container.Log.Select(line => ReadOnly().Match(line)).Where(found => found.Success)
            .Select(found => found.Groups["path"].Value.TrimEnd('.', ',')).Where(path => path.Length > 1).Distinct().ToList();
        if (paths.Count == 0)
        {
            return null;
        }

        var mount = container.Mounts.Where(one => one.ReadOnly && MountFacts.Covers(one.Target, paths[^1])).MaxBy(one => one.Target.Length);
        return mount is null && !container.ReadOnlyRoot
            ? null
            : new Finding(Id, container.Service, $"'{container.Service}' writes {paths[^1]}, and {(mount is null ? "its container is read-only" : $"the mount {mount.Target} is read-only")}")
            {
                Facts = new Dictionary<string, string>
                {
                    ["path"] = paths[^1],
                    ["target"] = mount?.Target ?? "",
                    ["folders"] = mount is null && paths.TrueForAll(path => Temporary().IsMatch(path)) ? string.Join('\n', Folders(paths)) : "",
                },
            };
    }

    // A program that may write one of them often wants the next one after it.
    private static IEnumerable<string> Folders(IEnumerable<string> paths) =>
        paths.Select(path => Temporary().Match(path).Groups["folder"].Value).Concat(["/tmp", "/run"]).Distinct().Order(StringComparer.Ordinal);

    // nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (30: Read-only file system)
    // OSError: [Errno 30] Read-only file system: '/tmp/x'      touch: cannot touch '/data/x': Read-only file system
    [GeneratedRegex("""(?i)(?=.*(?:read-only file system|EROFS))[^/]*?["'\s:](?<path>/[^\s"':]*)""")]
    private static partial Regex ReadOnly();

    // /var/cache/nginx/client_temp: the folder below the one that is known to hold only such
    [GeneratedRegex("^(?<folder>/tmp|/run|/var/run|/var/tmp|/var/(?:cache|log|spool)/[^/]+)(?:/|$)")]
    private static partial Regex Temporary();
}
