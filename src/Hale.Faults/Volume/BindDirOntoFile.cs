using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Volume;

/// <summary>The engine cannot mount a folder onto a file of the image, or a file onto a folder.</summary>
public sealed partial class BindDirOntoFile : StartFault
{
    public override string Id => "bind-dir-onto-file";

    public override string Title => "A folder is mounted onto a file";

    public override Needs Needs => base.Needs | Needs.Mounts;

    public override string Page => """
        A service mounts something of the project over something of its image, and one is a folder where the other is a file. The engine
        refuses to start the container.

        ## What we look at
        The engine's refusal, which names the source and the target, and what lies at the source on this machine.

        ## Why it happens
        The file was not there when the stack was first brought up, and the engine made an empty folder of its name. The file is kept out of Git,
        and each checkout makes its own.

        ## What mends it
        The empty folder is removed, the file is made from its template, and the containers of the service are made anew. Without a template the
        file has to be written.

        ## When it is not this
        Where the image has nothing at the target, the container starts and its program finds the folder: `bind-source-becomes-dir`.
        """;

    private protected override Regex Refusal => OntoFile();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence)
    {
        var target = refusal.Groups["target"].Value;
        if (service is null || evidence.Mounts.Known?.Covering(service, target) is not { } mount)
        {
            return null;
        }

        return mount.IsFolder
            ? new Finding(Id, service, $"'{service}' mounts the folder {mount.InProject ?? mount.Source} onto {target}, which is a file in its image") { Facts = BindSource.FactsOf(mount) }
            : new Finding(Id, service, $"'{service}' mounts the file {mount.InProject ?? mount.Source} onto {target}, which is a folder in its image");
    }

    public override Remedy Mend(Finding finding) => finding.Facts.Count > 0
        ? BindSource.FileInstead(finding)
        : Remedy.ByHand($"name the file, and not its folder, as the target of that mount of '{finding.Subject}' in the Compose file", $"docker compose up -d --force-recreate {finding.Subject}");

    // error mounting "/p/nginx.conf" to rootfs at "/etc/nginx/nginx.conf": mount /p/nginx.conf:/etc/nginx/nginx.conf (via /proc/self/fd/6), flags: 0x5000: not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)?
    [GeneratedRegex("""error mounting "(?<source>[^"]+)" to rootfs at "(?<target>[^"]+)".*not a directory""")]
    private static partial Regex OntoFile();
}
