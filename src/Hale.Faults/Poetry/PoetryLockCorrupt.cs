using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The lock of a Poetry project is not whole.</summary>
public sealed class PoetryLockCorrupt : PoetryFile
{
    public override string Id => "poetry-lock-corrupt";

    public override string Title => "poetry.lock cannot be read";

    public override string Page => """
        `poetry.lock` breaks off or holds something that is not TOML. Poetry 2 says only what the reader stumbled over, such as `Unterminated string (at end of
        document)`, and names no file.

        ## What we look at
        Whether `poetry.lock` can be read to its end, and whether the last commit holds a whole one.

        ## Why it happens
        Writing it was interrupted, the disk was full, or it was changed by hand.

        ## What mends it
        The lock of the last commit is restored where that one can be read. Else Poetry writes the lock again: the one of this machine where its major version is the one that wrote the lock, else the one in the image that is
        built from the project. It takes the newest versions that are allowed. Hale asks first (`--yes` consents) and keeps the original: `hale undo` brings it back.

        ## When it is not this
        With the marks of a merge in it, it is `poetry-lock-merge`. When the message names `pyproject.toml`, it is `poetry-pyproject-invalid`.
        """;

    private protected override Finding? Find(PoetryProject project, PoetryFacts poetry) =>
        project is { Lock: LockState.Broken, BrokenLock: { MergeMarks: false } broken }
            ? Relock.Finding(Id, project, poetry, $"{project.PathOf("poetry.lock")} cannot be read: it breaks at line {broken.Line.ToString(CultureInfo.InvariantCulture)}")
            : null;

    public override Remedy Mend(Finding finding) => Relock.Anew(finding);
}
