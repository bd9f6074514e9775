using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>An environment file begins with a byte-order mark.</summary>
public sealed class EnvBom : Fault
{
    public override string Id => "env-bom";

    public override string Title => "An environment file begins with a byte-order mark";

    public override Needs Needs => Needs.EnvFiles | Needs.Model;

    public override string Page => """
        An environment file begins with three bytes that no editor shows. Compose skips them; a shell or a program in a container that reads
        the file itself takes them for a part of the first name.

        ## What we look at
        The first bytes of each environment file, and which services mount it or the project's folder.

        ## Why it happens
        An editor on Windows saved the file as "UTF-8 with BOM".

        ## What mends it
        The file is written anew without the mark. The file is yours, so Hale asks first (`--yes` consents) and keeps the original: `hale undo`
        brings it back.

        ## When it is not this
        A file that Compose itself cannot read is `env-utf16`. A file that only Compose reads does no harm.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from file in env.Files
               where file.Encoding == "utf-8 with a mark"
               let reader = FileReaders.Of(file, env, model)
               where reader is not null
               select new Finding(Id, file.Path, $"{file.Path} begins with a byte-order mark, and '{reader}' sees the file itself") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new WriteAsPlainText(finding.Subject, finding.Says)],
        Advice = [$"sed -i '1s/^\\xEF\\xBB\\xBF//' {finding.Subject}"],
    };
}
