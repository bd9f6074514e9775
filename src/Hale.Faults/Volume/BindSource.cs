using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Faults.Volume;

/// <summary>A folder that stands where a file is mounted from, and what puts the file there: the faults of bind mounts share it.</summary>
internal static class BindSource
{
    private const string PathFact = "path";
    private const string TemplateFact = "template";

    public static IReadOnlyDictionary<string, string> FactsOf(HostMount mount) => new Dictionary<string, string>
    {
        [PathFact] = mount.InProject ?? mount.Source,
        // A folder that holds something is somebody's, and only a file of the project is made from its template.
        [TemplateFact] = mount is { InProject: not null, Holds: { Count: 0 } } ? mount.Template ?? "" : "",
    };

    /// <summary>The empty folder is removed and the file made from its template, where there is one.</summary>
    public static Remedy FileInstead(Finding finding)
    {
        var (path, template) = (finding.Facts[PathFact], finding.Facts[TemplateFact]);
        IReadOnlyList<string> advice = [$"rmdir {Command.Quoted(path)}", $"write the file {path}", $"docker compose up -d --force-recreate {finding.Service ?? finding.Subject}"];
        return template.Length == 0
            ? Remedy.ByHand(advice)
            : new Remedy
            {
                Acts =
                [
                    new RunTool("rmdir", [path], ".", [], $"remove the empty folder {path}", finding.Says) { TakenBackBy = $"mkdir {Command.Quoted(path)}" },
                    new CreateFile(path, template, finding.Says) { ForOthers = true },
                    // The container has a folder of its own where the file belongs.
                    new RemakeService(finding.Service ?? finding.Subject, RenewsAnonymousVolumes: false, finding.Says),
                ],
                Advice = [$"rmdir {Command.Quoted(path)} && cp {Command.Quoted(template)} {Command.Quoted(path)}", advice[^1]],
            };
    }
}
