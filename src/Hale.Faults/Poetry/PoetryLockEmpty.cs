using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The lock of a Poetry project has nothing in it.</summary>
public sealed class PoetryLockEmpty : PoetryFile
{
    public override string Id => "poetry-lock-empty";

    public override string Title => "poetry.lock is empty";

    public override string Page => """
        `poetry.lock` is there and has nothing in it. Poetry 2 says that `pyproject.toml` changed; Poetry 1.3 says only `'metadata'`.

        ## What we look at
        The size of `poetry.lock`, and whether the last commit holds a whole one.

        ## Why it happens
        Writing it was interrupted, the disk was full, or somebody made it with `touch` so that a `COPY` would find it.

        ## What mends it
        The lock of the last commit is restored where that one can be read. Else Poetry writes the lock again: the one of this machine where its major version is the one that wrote the lock, else the one in the image that is
        built from the project. It takes the newest versions that are allowed. Hale asks first (`--yes` consents) and keeps the original: `hale undo` brings it back.

        ## When it is not this
        A lock that holds something and does not match is `poetry-lock-stale`; one that breaks off is `poetry-lock-corrupt`.
        """;

    private protected override Finding? Find(PoetryProject project, PoetryFacts poetry) =>
        project.Lock is LockState.Empty ? Relock.Finding(Id, project, poetry, $"{project.PathOf("poetry.lock")} is empty") : null;

    public override Remedy Mend(Finding finding) => Relock.Anew(finding);
}
