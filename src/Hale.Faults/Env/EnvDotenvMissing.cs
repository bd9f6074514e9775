using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>There is no <c>.env</c>, though the project has a template for one.</summary>
public sealed class EnvDotenvMissing : Fault
{
    public override string Id => "env-dotenv-missing";

    public override string Title => "The project's .env file is missing";

    public override Needs Needs => Needs.Project;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid"];

    public override string Page => """
        The project keeps its settings in an environment file that is not part of the checkout, and it has not been made yet.

        ## What we look at
        Whether `.env` is there, and `.env.example`, `.env.template`, `.env.sample` or `.env.dist` beside it.

        ## Why it happens
        A fresh checkout: the file holds what differs from machine to machine, so git does not keep it.

        ## What mends it
        Hale makes the file from the template, readable by its owner alone. Nothing that exists is touched. The journal holds the
        command that takes it back.

        ## When it is not this
        A `.env` that is there and lacks a variable makes Compose refuse the project: `compose-file-invalid` shows which one.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Project.Has(out var project))
        {
            return Diagnosis.CannotTell(evidence.Project.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from missing in project.MissingEnvFiles
               select new Finding(Id, missing.Path, $"{missing.Path} is missing, and {missing.Template} is there to make it from")
               {
                   Facts = new Dictionary<string, string> { ["template"] = missing.Template },
               },
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var template = finding.Facts["template"];
        return new Remedy
        {
            Acts = [new CreateFile(finding.Subject, template, finding.Says)],
            Advice = [$"cp {template} {finding.Subject}"],
        };
    }
}
