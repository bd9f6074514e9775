using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>An environment file is written as UTF-16.</summary>
public sealed class EnvUtf16 : Fault
{
    public override string Id => "env-utf16";

    public override string Title => "An environment file is written as UTF-16";

    public override Needs Needs => Needs.EnvFiles;

    public override IReadOnlyList<string> Causes => ["compose-file-invalid", "env-line-not-assignment", "env-key-drift"];

    public override string Page => """
        An environment file is not UTF-8, so neither Compose nor any program in a container can read it.

        ## What we look at
        The first bytes of each environment file: `FF FE` or `FE FF` are the mark of UTF-16.

        ## Why it happens
        Windows PowerShell 5 writes UTF-16 when output goes into a file with `>`.

        ## What mends it
        The file is written anew as UTF-8; what it says stays the same. The file is yours, so Hale asks first (`--yes` consents) and keeps
        the original: `hale undo` brings it back.

        ## When it is not this
        The mark of UTF-8, which Compose reads and others do not, is `env-bom`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        return Diagnosis.Present([.. env.Files.Where(file => file.Encoding == "utf-16").Select(file => new Finding(Id, file.Path, $"{file.Path} is written as UTF-16, and Compose reads UTF-8"))]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [new WriteAsPlainText(finding.Subject, finding.Says)],
        Advice = [$"iconv -f UTF-16 -t UTF-8 {finding.Subject} | tr -d '\\r' >{finding.Subject}.new && mv {finding.Subject}.new {finding.Subject}"],
    };
}
