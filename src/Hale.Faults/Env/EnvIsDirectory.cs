using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>A folder stands where <c>.env</c> should be.</summary>
public sealed class EnvIsDirectory : Fault
{
    public override string Id => "env-is-directory";

    public override string Title => "A folder stands where .env should be";

    public override Needs Needs => Needs.EnvFiles;

    public override IReadOnlyList<string> Causes => ["env-unset-blank", "env-required-unset", "compose-file-invalid"];

    public override string Page => """
        `.env` is a folder. Compose says nothing of it and takes every variable as not set.

        ## What we look at
        What lies at `.env` in the project's folder.

        ## Why it happens
        A container was once started with `.env` mounted while the file was missing: the engine then makes a folder of that name.

        ## What mends it
        The folder is removed when it is empty, and the file made. Hale removes nothing of yours.

        ## When it is not this
        No `.env` at all, with a template beside it, is `env-dotenv-missing`.
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
               where file.IsFolder
               select new Finding(Id, file.Path, $"{file.Path} is a folder, so Compose reads no variables from it")
               {
                   OnlyWarns = !env.Uses.Any(use => use.Needed),
                   Facts = new Dictionary<string, string> { ["template"] = file.Template ?? "" },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        [$"rmdir {Command.Quoted(finding.Subject)}", .. finding.Facts["template"] is { Length: > 0 } template ? [$"cp {Command.Quoted(template)} {Command.Quoted(finding.Subject)}"] : Array.Empty<string>()]);
}
