using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A dependency that a Poetry project names by its path is not there.</summary>
public sealed class PoetryPathDepMissing : PoetryFile
{
    public override string Id => "poetry-path-dep-missing";

    public override string Title => "A dependency by path is not there";

    public override IReadOnlyList<string> Causes => ["poetry-lock-missing", "poetry-lock-empty", "poetry-lock-corrupt", "poetry-lock-stale"];

    public override string Page => """
        `pyproject.toml` names a dependency by its path, and nothing lies there. Poetry says `Path … does not exist` (1.x: `Directory … does not exist`).

        ## What we look at
        The paths in `pyproject.toml`, against the folder.

        ## Why it happens
        A submodule was not fetched, or the dependency lies beside the project in a bigger repository and this checkout has only a part.

        ## What mends it
        The missing folder is fetched. Hale fetches nothing from another repository by itself.

        ## When it is not this
        A path that is there on this machine and not in the build lies outside the build's context, or `.dockerignore` leaves it out. When Poetry says `All attempts to
        connect` for a dependency by path, its build tools come from an index: `poetry-index-unreachable`.
        """;

    private protected override Finding? Find(PoetryProject project, PoetryFacts poetry) =>
        project.MissingPaths is [var first, ..] missing
            ? new Finding(Id, project.PathOf("pyproject.toml"), $"{project.PathOf("pyproject.toml")} depends on {string.Join(", ", missing)}, and nothing is there")
            {
                Service = project.Service,
                OnlyWarns = project.IsAside,
                Facts = new Dictionary<string, string> { ["first"] = first },
            }
            : null;

    public override Remedy Mend(Finding finding) => Remedy.ByHand("git submodule update --init --recursive", $"or correct the path '{finding.Facts["first"]}' in {finding.Subject}");
}
