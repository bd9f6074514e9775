using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>An environment file lacks variables that its template has.</summary>
public sealed class EnvKeyDrift : Fault
{
    public override string Id => "env-key-drift";

    public override string Title => "An environment file lacks variables that its template has";

    public override Needs Needs => Needs.EnvFiles;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid", "env-required-unset", "env-unset-blank"];

    public override string Page => """
        The template of an environment file has gained variables, and the copy of it that was made once has not.

        ## What we look at
        The names in each environment file and in the template beside it, and which of them the Compose files use without a default. Values
        are not looked at.

        ## Why it happens
        The template changes with the project; the copy is ignored by Git and stays as it was.

        ## What mends it
        The lines of the template for the names that are missing are added at the end of the file. The file is yours, so Hale asks first
        (`--yes` consents) and keeps the original: `hale undo` brings it back.

        ## When it is not this
        A file that is missing altogether is `env-dotenv-missing`. A variable that no template has is `env-unset-blank` or
        `env-required-unset`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from file in env.Files
               where file is { Lacks.Count: > 0, Template: not null, IsFolder: false, Encoding: not "utf-16" }
               let needed = file.Path is ".env" && file.Lacks.Any(name => env.Uses.Any(use => use.Needed && use.Name == name))
               select new Finding(Id, file.Path, $"{file.Path} lacks {string.Join(", ", file.Lacks)}, which {file.Template} has")
               {
                   OnlyWarns = !needed,
                   Facts = new Dictionary<string, string> { ["template"] = file.Template ?? "", ["names"] = string.Join(' ', file.Lacks) },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new AddVariables(finding.Subject, finding.Facts["template"], finding.Facts["names"].Split(' '), finding.Says)],
        Advice = [$"grep -E '^({finding.Facts["names"].Replace(' ', '|')})=' {finding.Facts["template"]} >>{finding.Subject}"],
    };
}
