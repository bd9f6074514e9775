using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>An environment file is missing though its template lies beside it.</summary>
public sealed class EnvDotenvMissing : Fault
{
    public override string Id => "env-dotenv-missing";

    public override string Title => "An environment file is missing and its template is there";

    public override Needs Needs => Needs.Project;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid", "env-file-missing", "env-required-unset", "env-unset-blank"];

    public override string Page => """
        The project reads its settings from an environment file that is not in the checkout, as it should be; a template of it is.

        ## What we look at
        `.env` beside the Compose file, and the files that `env_file` names, each with a template beside it: the same name with
        `.example`, `.template`, `.sample` or `.dist`.

        ## Why it happens
        The file holds what differs between machines, so Git ignores it, and everybody makes a copy once.

        ## What mends it
        The template is copied, readable by you alone, and never over a file that is there. Look through it: a template may hold
        values that only stand for real ones.

        ## When it is not this
        A variable that is missing from a file that is there shows as an empty value; Compose warns of it by name.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Project.Has(out var project))
        {
            return Diagnosis.CannotTell(evidence.Project.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from file in project.MissingEnvFiles
               select new Finding(Id, file.Path, $"{file.Path} is missing, and {file.Template} is there")
               {
                   Facts = new Dictionary<string, string> { ["template"] = file.Template },
               },
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var template = finding.Facts["template"];
        return new Remedy { Acts = [new CreateFile(finding.Subject, template, finding.Says)], Advice = [$"cp {Command.Quoted(template)} {Command.Quoted(finding.Subject)}"] };
    }
}
