using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The packages in the container were installed for another kind of machine.</summary>
public sealed partial class NodeNativeOtherPlatform : SaidFault
{
    private const string AnonymousFact = "anonymous";

    public override string Id => "node-native-other-platform";

    public override string Title => "The npm packages were installed for another kind of machine";

    public override Needs Needs => base.Needs | Needs.Node | FreshVolume.Needs;

    public override string Page => """
        A package with machine code in it was installed on another system or processor than the one that runs it.

        ## What we look at
        The line in which esbuild says so, or in which the loader refuses a file (invalid ELF header), and what is mounted: a folder of this
        machine with its own `node_modules`, or a volume over it.

        ## Why it happens
        `node_modules` of the computer was copied into the image, since `.dockerignore` does not name it, or the whole project is mounted
        over the image's own packages.

        ## What mends it
        A volume without a name over `node_modules` is made anew from the image. Of one with a name Hale cannot know what else is in it:
        `hale docker --allow-data-loss VOLUME` makes that volume anew; what was in it is kept in
        `.hale/volumes` first, and `hale undo` puts it back.
        Otherwise a person: `node_modules` in `.dockerignore`, and a volume over it where the project is mounted.

        ## When it is not this
        When no package for any machine is there, npm left it out: `node-optional-dep-lost`.
        """;

    private protected override Regex Line => Foreign();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var folder = evidence.Node.Known?.Of(said.Service);
        var volume = said.Container?.Mounts.FirstOrDefault(mount => mount.Kind == "volume" && mount.Target.EndsWith("/node_modules", StringComparison.Ordinal));
        var bind = said.Container?.Mounts.FirstOrDefault(mount => mount.Kind == "bind");
        var from = volume is not null ? $"the volume at {volume.Target} holds them"
            : bind is not null && folder is { Installed: true } ? $"those of this machine are mounted at {bind.Target}"
            : folder is { Installed: true, IgnoresModules: false } ? $"{folder.File("node_modules")} was copied into the image, since .dockerignore does not name it"
            : "they came from elsewhere";
        return new Finding(Id, said.Service, $"the npm packages in {said.Place} were installed for another kind of machine: {from} ('{line.Value.Trim()}')")
        {
            Facts = new Dictionary<string, string>(volume is null ? [] : FreshVolume.FactsOf(said.Container, volume.Target, evidence)) { [AnonymousFact] = volume?.Source is { Length: 64 } name && name.All(char.IsAsciiHexDigitLower) ? "yes" : "", ["path"] = folder?.Path ?? "." },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        string[] advice =
        [
            $"echo node_modules >> {(finding.Facts["path"] == "." ? "" : finding.Facts["path"] + "/")}.dockerignore && docker compose build {finding.Subject}",
            $"where the project is mounted into '{finding.Subject}', a volume beside it keeps the image's own packages: volumes: [/app/node_modules]",
        ];
        return finding.Facts[AnonymousFact].Length > 0 ? new Remedy { Acts = [new RemakeService(finding.Subject, RenewsAnonymousVolumes: true, finding.Says)], Advice = advice } : FreshVolume.Or(finding, advice);
    }

    // You installed esbuild for another platform than the one you're currently using.
    // Error: /app/node_modules/bcrypt/build/Release/bcrypt.node: invalid ELF header
    [GeneratedRegex(@"You installed \w+ for another platform|\S+\.node: (?:invalid ELF header|wrong ELF class: \w+|cannot open shared object file.*)|\S+\.node is not a valid Win32 application")]
    private static partial Regex Foreign();
}
