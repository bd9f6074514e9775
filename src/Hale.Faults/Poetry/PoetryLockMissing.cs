using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A Poetry project has no lock.</summary>
public sealed class PoetryLockMissing : PoetryFile
{
    public override string Id => "poetry-lock-missing";

    public override string Title => "A Poetry project has no poetry.lock";

    public override string Page => """
        There is no `poetry.lock`. Poetry then installs the newest versions that `pyproject.toml` allows, and other ones tomorrow; a Dockerfile that copies the lock by its
        name fails.

        ## What we look at
        Whether `poetry.lock` lies beside `pyproject.toml`, and whether the Dockerfile copies it.

        ## Why it happens
        It was not committed, or `.gitignore` names it.

        ## What mends it
        Poetry writes the lock again: the one of this machine where its major version is the one that wrote the lock, else the one in the image that is
        built from the project. It takes the newest versions that are allowed. Hale asks first (`--yes` consents) and keeps the original: `hale undo` brings it back. Where the last commit holds a lock, that one is restored.

        ## When it is not this
        A lock that is there and does not reach the build is left out by `.dockerignore`.
        """;

    private protected override Finding? Find(PoetryProject project, PoetryFacts poetry) =>
        project is { Lock: LockState.Missing, Service: { } service }
            ? Relock.Finding(Id, project, poetry, $"{project.PathOf("poetry.lock")} is missing: '{service}' {(project.LockIsCopied ? "copies it in its build" : "installs whatever is newest")}", onlyWarns: !project.LockIsCopied)
            : null;

    public override Remedy Mend(Finding finding) => Relock.Anew(finding);
}
