using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Compose;

/// <summary>Compose does not accept the project's files.</summary>
public sealed class ComposeFileInvalid : Fault
{
    public override string Id => "compose-file-invalid";

    public override string Title => "Compose does not accept the project's files";

    public override Needs Needs => Needs.Project | Needs.Model;

    public override bool IsGeneral => true;

    public override string Page => """
        Compose was asked for the project's model and refused: a file is not YAML, breaks the Compose Specification, or names what is
        not there.

        ## What we look at
        The exit code and the words of `docker compose config`.

        ## Why it happens
        An indentation slipped, a key is misspelt, a merge left its marks, or a file that is named was moved.

        ## What mends it
        A change to the file and line that is named. No tool can know what was meant.

        ## When it is not this
        No Compose file at all is `compose-file-missing`; a missing `.env` with a template beside it is `env-dotenv-missing`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        if (model.Refusal is not { } refusal || evidence.Project.Known is { ComposeFiles: [] })
        {
            return Diagnosis.Absent;
        }

        var place = Place(refusal.File, refusal.Line);
        return Diagnosis.Present(new Finding(Id, refusal.File ?? "project", $"{(place.Length > 0 ? $"{place}: " : "")}{(refusal.IsOurs ? "" : "Compose says: ")}{refusal.Message.Trim()}")
        {
            Facts = new Dictionary<string, string> { ["place"] = place },
        });
    }

    public override Remedy Mend(Finding finding) =>
        finding.Facts.GetValueOrDefault("place") is { Length: > 0 } place
            ? Remedy.ByHand($"change {place}, then run: docker compose config --quiet")
            : Remedy.ByHand("docker compose config --quiet");

    private static string Place(string? file, int? line) =>
        file is null ? "" : line is { } number ? $"{file} line {number.ToString(CultureInfo.InvariantCulture)}" : file;
}
