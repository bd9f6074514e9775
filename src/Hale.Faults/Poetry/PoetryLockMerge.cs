using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The lock of a Poetry project holds the marks of an unfinished merge.</summary>
public sealed class PoetryLockMerge : PoetryFile
{
    public override string Id => "poetry-lock-merge";

    public override string Title => "poetry.lock holds an unfinished merge";

    public override string Page => """
        Git could not merge two versions of `poetry.lock` and left both in it, between `<<<<<<<` and `>>>>>>>`. Poetry 2 says only `Invalid statement` and names no file;
        Poetry 1 locks from nothing without a word when it is asked to lock.

        ## What we look at
        The marks, and whether `pyproject.toml` beside it can be read.

        ## Why it happens
        Both branches changed the dependencies.

        ## What mends it
        Where the sides differ, this branch's is kept, and Poetry locks again, so that what the other branch added to `pyproject.toml` is locked too. Hale asks first
        (`--yes` consents) and keeps the original: `hale undo` brings it back.

        ## When it is not this
        Marks in `pyproject.toml` are `poetry-pyproject-invalid`: only a person can say which dependencies are meant. A broken lock without marks is
        `poetry-lock-corrupt`.
        """;

    private protected override Finding? Find(PoetryProject project, PoetryFacts poetry) =>
        project is { Lock: LockState.Broken, BrokenLock: { MergeMarks: true } broken }
            ? Relock.Finding(Id, project, poetry, $"{project.PathOf("poetry.lock")} holds the marks of an unfinished merge from line {broken.Line.ToString(CultureInfo.InvariantCulture)} on")
            : null;

    public override Remedy Mend(Finding finding) => Relock.Keeping(finding, new TakeOurSide(finding.Subject, finding.Says));
}
