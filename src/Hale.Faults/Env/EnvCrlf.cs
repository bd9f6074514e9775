using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>An environment file has the line ends of Windows.</summary>
public sealed class EnvCrlf : Fault
{
    public override string Id => "env-crlf";

    public override string Title => "An environment file has the line ends of Windows";

    public override Needs Needs => Needs.EnvFiles | Needs.Model;

    public override string Page => """
        The lines of an environment file end with a carriage return. Compose leaves it out; a shell in a container that reads the file itself
        makes it the last character of every value: a host name that does not exist, a port that is no number.

        ## What we look at
        The line ends of each environment file, and which services mount it or the project's folder.

        ## Why it happens
        An editor on Windows, or Git with `core.autocrlf`.

        ## What mends it
        The file is written anew with plain line ends. The file is yours, so Hale asks first (`--yes` consents) and keeps the original:
        `hale undo` brings it back.

        ## When it is not this
        A file that only Compose reads does no harm.
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
               where file is { HasCarriageReturns: true, Encoding: "utf-8" }
               let reader = FileReaders.Of(file, env, model)
               where reader is not null
               select new Finding(Id, file.Path, $"the lines of {file.Path} end as on Windows, and '{reader}' sees the file itself") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new WriteAsPlainText(finding.Subject, finding.Says)],
        Advice = [$"sed -i 's/\\r$//' {finding.Subject}"],
    };
}
