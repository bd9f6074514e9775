using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The lock of a Poetry project was made from another <c>pyproject.toml</c>.</summary>
public sealed class PoetryLockStale : PoetryFile
{
    public override string Id => "poetry-lock-stale";

    public override string Title => "poetry.lock does not match pyproject.toml";

    public override string Page => """
        `pyproject.toml` has changed and `poetry.lock` has not. Poetry from 1.8 on refuses to install; older ones warn, end well and install what the old file asked for.

        ## What we look at
        The hash in `poetry.lock` against the one that Poetry would compute now from the dependencies, groups, extras and sources in `pyproject.toml`.

        ## Why it happens
        A dependency was added or changed by hand, or a merge took one file from one side and the other from the other.

        ## What mends it
        Poetry writes the lock again: the one of this machine where its major version is the one that wrote the lock, else the one in the image that is
        built from the project. The versions that are locked stay as they are where `pyproject.toml` allows it. Hale asks first (`--yes` consents) and keeps the original: `hale undo` brings it back.

        ## When it is not this
        An empty lock, of which Poetry 2 says the same sentence, is `poetry-lock-empty`. Where the versions contradict each other, locking shows it:
        `poetry-solver-conflict`.
        """;

    private protected override Finding? Find(PoetryProject project, PoetryFacts poetry) =>
        project is { Lock: LockState.Whole, HashInLock: { } locked, HashNow: { } now } && locked != now
            ? Relock.Finding(Id, project, poetry, $"{project.PathOf("poetry.lock")} was made from another pyproject.toml than the one beside it")
            : null;

    public override Remedy Mend(Finding finding) => Relock.Keeping(finding);
}
