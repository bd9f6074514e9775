using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>There is no Compose file where one was looked for.</summary>
public sealed class ComposeFileMissing : Fault
{
    public override string Id => "compose-file-missing";

    public override string Title => "There is no Compose file in this folder";

    public override Needs Needs => Needs.Project;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid"];

    public override string Page => """
        Hale works on a Compose project, and found no Compose file in the folder or above it.

        ## What we look at
        `compose.yaml`, `compose.yml`, `docker-compose.yml` and `docker-compose.yaml` in the folder and its parents, in Compose's order.

        ## Why it happens
        The command was given in another folder, or the file has a name of its own.

        ## What mends it
        `hale -C FOLDER docker`, or `hale -f FILE docker`. When folders below hold a Compose file, Hale names them.

        ## When it is not this
        A file that is there and that Compose refuses is `compose-file-invalid`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Project.Has(out var project))
        {
            return Diagnosis.CannotTell(evidence.Project.Unknown);
        }

        return project.ComposeFiles.Count > 0
            ? Diagnosis.Absent
            : Diagnosis.Present(new Finding(Id, "project", "there is no compose.yaml (or compose.yml, docker-compose.yml, docker-compose.yaml) in this folder or above it")
            {
                Facts = new Dictionary<string, string> { ["elsewhere"] = string.Join('\n', project.ComposeFilesElsewhere) },
            });
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        finding.Facts.GetValueOrDefault("elsewhere") is { Length: > 0 } folders
            ? [.. folders.Split('\n').Select(folder => $"hale -C {folder} docker")]
            : ["hale -C FOLDER docker, with the folder that holds the Compose file"]);
}
