using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>There is no Compose file where it is looked for.</summary>
public sealed class ComposeFileMissing : Fault
{
    public override string Id => "compose-file-missing";

    public override string Title => "There is no Compose file here";

    public override Needs Needs => Needs.Project;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid"];

    public override string Page => """
        Neither this folder nor one above it holds a Compose file.

        ## What we look at
        `compose.yaml`, `compose.yml`, `docker-compose.yml` and `docker-compose.yaml` here and in the folders above, or the files that
        `-f` or `COMPOSE_FILE` name.

        ## Why it happens
        Hale was started in another folder than the project's, or the file lies deeper. A file that `-f` or `COMPOSE_FILE` names was
        moved or is named wrongly. Docker made a folder where a file was to be mounted that was not there.

        ## What mends it
        `hale -C FOLDER docker` with the folder that holds it, or `hale -f FILE docker`.

        ## When it is not this
        A file that is there and that Compose does not accept is `compose-file-invalid`.
        """;

    private const string Elsewhere = "elsewhere";

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Project.Has(out var project))
        {
            return Diagnosis.CannotTell(evidence.Project.Unknown);
        }

        if (project.NoFiles.Count > 0)
        {
            return Diagnosis.Present([.. project.NoFiles.Select(name => new Finding(Id, name, $"'{name}' is meant as a Compose file, and it is not there or is a folder"))]);
        }

        return project.ComposeFiles.Count > 0
            ? Diagnosis.Absent
            : Diagnosis.Present(new Finding(Id, "project", "there is no Compose file in this folder or above it")
            {
                Facts = new Dictionary<string, string> { [Elsewhere] = string.Join('\n', project.ComposeFilesElsewhere) },
            });
    }

    public override Remedy Mend(Finding finding) => finding switch
    {
        { Subject: not "project" } => Remedy.ByHand($"ls -ld {finding.Subject}", "name the file that is meant: hale -f FILE docker, or set COMPOSE_FILE"),
        _ when finding.Facts.GetValueOrDefault(Elsewhere) is { Length: > 0 } folders => Remedy.ByHand([.. folders.Split('\n').Select(folder => $"hale -C {folder} docker")]),
        _ => Remedy.ByHand("go to the project's folder, or name the file: hale -f FILE docker"),
    };
}
