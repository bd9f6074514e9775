using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>The Compose file still has the line <c>version</c>.</summary>
public sealed class ComposeVersionObsolete : Fault
{
    public override string Id => "compose-version-obsolete";

    public override string Title => "The Compose file still has the line 'version'";

    public override Needs Needs => Needs.Model;

    public override string Page => """
        The Compose file begins with a `version:` that Compose no longer reads. It does no harm, and is never why a stack does not start.

        ## What we look at
        What Compose warns of while it reads the files.

        ## Why it happens
        The file was written for the first generation of Compose, which needed the line.

        ## What mends it
        Nothing has to be mended. Without the line, the warning is gone. Hale only tells.

        ## When it is not this
        A Compose that is too old for the file says which key it does not know: `compose-too-old-for-key`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        // /src/compose.yaml: the attribute `version` is obsolete, it will be ignored, …
        return Diagnosis.Present(
        [
            .. from warning in model.Warnings
               let at = warning.IndexOf(": the attribute `version` is obsolete", StringComparison.Ordinal)
               where at > 0
               select new Finding(Id, warning[..at], $"{warning[..at]} has a line 'version', which Compose ignores") { OnlyWarns = true },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"remove the line that begins with 'version:' from {finding.Subject}");
}
