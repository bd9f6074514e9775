using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The virtual environment in a Poetry project leads to an interpreter that is not there.</summary>
public sealed class PoetryVenvBroken : PoetryFile
{
    public override string Id => "poetry-venv-broken";

    public override string Title => "The environment of a Poetry project leads to a Python that is gone";

    public override string Page => """
        `.venv` in the project belongs to a Python that is no longer on this machine. Programs in it end with `bad interpreter`; Poetry itself notices and makes it anew.

        ## What we look at
        Where `.venv/bin/python` leads, and whether something is there.

        ## Why it happens
        Python was upgraded or removed, or the folder came from another machine.

        ## What mends it
        `poetry install` makes the environment anew from the lock. Hale runs it where this machine has Poetry, and asks first (`--yes` consents). A stack that has its Python
        in images does not need it: this is a warning.

        ## When it is not this
        An environment that a container uses, since the folder is mounted there, is `poetry-venv-foreign`. A launcher of Poetry's own that is broken is
        `poetry-self-broken`.
        """;

    private protected override Finding? Find(PoetryProject project, PoetryFacts poetry) =>
        project is { VenvLeadsTo: { } gone, MountedBy: null }
            ? new Finding(Id, project.PathOf(".venv"), $"{project.PathOf(".venv")} leads to {gone}, which is not there")
            {
                OnlyWarns = true,
                Facts = new Dictionary<string, string> { ["folder"] = project.Folder, ["host"] = poetry.HostVersion ?? "" },
            }
            : null;

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = finding.Facts["host"].Length > 0 ? [new RunTool("env", ["POETRY_VIRTUALENVS_IN_PROJECT=true", "poetry", "install"], finding.Facts["folder"], [], $"make {finding.Subject} anew with `poetry install`", finding.Says)] : [],
        Advice = [$"rm -r {finding.Subject}", finding.Facts["folder"] == "." ? "POETRY_VIRTUALENVS_IN_PROJECT=true poetry install" : $"cd {finding.Facts["folder"]} && POETRY_VIRTUALENVS_IN_PROJECT=true poetry install"],
    };
}
