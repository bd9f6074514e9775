using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Faults.Volume;

/// <summary>A mount in the long syntax names a source that is not there.</summary>
public sealed partial class BindSourceMissingLong : StartFault
{
    public override string Id => "bind-source-missing-long";

    public override string Title => "The source of a mount is not there";

    public override Needs Needs => base.Needs | Needs.Mounts;

    public override string Page => """
        A service mounts a file or folder of this machine that is not there. Where the mount is written in the long syntax (`type: bind`), the
        engine makes no folder in its place and refuses to make the container.

        ## What we look at
        The engine's refusal, which names the path, and whether a template of the file lies beside it.

        ## Why it happens
        The file or folder is kept out of Git, or the path is misspelt.

        ## What mends it
        A file that has a template beside it is made from that. A folder of the project is made, empty. Whatever else is missing has to be put
        there, or the path corrected.

        ## When it is not this
        In the short syntax, `./conf:/etc/conf`, the engine makes an empty folder: `bind-source-becomes-dir`, `bind-dir-onto-file`.
        """;

    private protected override Regex Refusal => NotThere();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence)
    {
        var path = refusal.Groups["path"].Value;
        var mount = evidence.Mounts.Known?.Mounts.FirstOrDefault(one => one.Source == path);
        var name = mount?.InProject ?? path;
        return new Finding(Id, name, $"{(mount is null ? "a service" : $"'{mount.Service}'")} mounts {name}, which is not there")
        {
            Service = service ?? mount?.Service ?? Finding.WholeStack,
            Facts = new Dictionary<string, string>
            {
                ["template"] = mount?.Template ?? "",
                // A name with an ending is a file's.
                ["folder"] = mount is { InProject: { } inside } && !inside.Split('/')[^1].Contains('.', StringComparison.Ordinal) ? inside : "",
            },
        };
    }

    public override Remedy Mend(Finding finding)
    {
        var (template, folder) = (finding.Facts["template"], finding.Facts["folder"]);
        return template.Length > 0 ? new Remedy { Acts = [new CreateFile(finding.Subject, template, finding.Says) { ForOthers = true }], Advice = [$"cp {Command.Quoted(template)} {Command.Quoted(finding.Subject)}"] }
            : folder.Length > 0 ? new Remedy { Acts = [new RunTool("mkdir", ["-p", folder], ".", [], $"make the folder {folder}", finding.Says) { TakenBackBy = $"rmdir {Command.Quoted(folder)}" }], Advice = [$"mkdir -p {Command.Quoted(folder)}"] }
            : Remedy.ByHand($"put {finding.Subject} in its place, or correct the path in the Compose file");
    }

    // Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /p/conf
    [GeneratedRegex(@"bind source path does not exist: (?<path>/\S+)")]
    private static partial Regex NotThere();
}
