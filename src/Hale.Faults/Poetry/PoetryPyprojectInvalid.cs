using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The <c>pyproject.toml</c> of a Poetry project is not TOML.</summary>
public sealed class PoetryPyprojectInvalid : PoetryFile
{
    public override string Id => "poetry-pyproject-invalid";

    public override string Title => "pyproject.toml cannot be read";

    public override IReadOnlyList<string> Causes => ["poetry-lock-missing", "poetry-lock-empty", "poetry-lock-corrupt", "poetry-lock-merge"];

    public override string Page => """
        `pyproject.toml` is not TOML, so Poetry does nothing at all.

        ## What we look at
        The line at which reading stops, and whether the marks of a merge are there.

        ## Why it happens
        A slip of the hand, or a merge that was not finished.

        ## What mends it
        A person: only the author knows which dependencies are meant. With a merge in both files, this one comes first; the lock follows.

        ## When it is not this
        A message such as `Invalid statement` that names no file is about the lock: `poetry-lock-merge` or `poetry-lock-corrupt`.
        """;

    private protected override Finding? Find(PoetryProject project, PoetryFacts poetry) =>
        project.Pyproject is { } broken
            ? new Finding(Id, project.PathOf("pyproject.toml"), $"{project.PathOf("pyproject.toml")} {(broken.MergeMarks ? "holds the marks of an unfinished merge from" : "cannot be read:")} line {broken.Line.ToString(CultureInfo.InvariantCulture)}{(broken.MergeMarks ? " on" : " is not TOML")}")
            {
                Service = project.Service,
                OnlyWarns = project.IsAside,
                Facts = new Dictionary<string, string> { ["line"] = broken.Line.ToString(CultureInfo.InvariantCulture), ["merge"] = broken.MergeMarks ? "yes" : "" },
            }
            : null;

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"sed -n {finding.Facts["line"]}p {finding.Subject}",
        finding.Facts["merge"].Length > 0 ? $"keep the lines that are meant, remove the marks, then: git add {finding.Subject}" : "correct that line; names and texts need quotes, and each name may be set once");
}
