using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>Compose refuses the project's files.</summary>
public sealed class ComposeFileInvalid : Fault
{
    public override string Id => "compose-file-invalid";

    public override string Title => "Docker Compose refuses the project's files";

    public override Needs Needs => Needs.Model;

    public override string Page => """
        Compose reads the project's files into one model before anything else, and it could not.

        ## What we look at
        The exit code and the words of `docker compose config`, and the place in the file that they mean.

        ## Why it happens
        A slip in the YAML, a key that Compose does not know, a variable that must be set and is not, a file that is named and not there.

        ## What mends it
        Only the one who wrote the file knows what it was to say: Hale shows the file, the line and Compose's own words.

        ## When it is not this
        No Compose file at all is `compose-file-missing`; a missing `.env` that has a template is `env-dotenv-missing`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        if (model.Refusal is not { } refusal)
        {
            return Diagnosis.Absent;
        }

        var place = refusal switch
        {
            { File: { } file, Line: { } line } => $"{file}, line {line.ToString(CultureInfo.InvariantCulture)}: ",
            { File: { } file } => $"{file}: ",
            _ => "",
        };
        return Diagnosis.Present(new Finding(Id, refusal.File ?? "project", place + refusal.Message)
        {
            Facts = new Dictionary<string, string> { ["file"] = refusal.File ?? "", ["line"] = refusal.Line?.ToString(CultureInfo.InvariantCulture) ?? "" },
        });
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(finding.Facts switch
    {
        { } facts when facts["file"].Length > 0 && facts["line"].Length > 0 => $"mend line {facts["line"]} of {facts["file"]}, then: docker compose config --quiet",
        _ => "docker compose config --quiet, which says the same until it is mended",
    });
}
