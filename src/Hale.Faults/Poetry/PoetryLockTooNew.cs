using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The lock was written by a newer Poetry than the one that reads it.</summary>
public sealed partial class PoetryLockTooNew : PoetrySaid
{
    public override string Id => "poetry-lock-too-new";

    public override string Title => "poetry.lock is of a newer format than this Poetry reads";

    public override string Page => """
        The format of `poetry.lock` is newer than the Poetry in the image knows, and it refuses.

        ## What we look at
        Poetry's sentence, and the version that the head of `poetry.lock` names.

        ## Why it happens
        The developer's Poetry and the one in the image are not the same.

        ## What mends it
        The same major version in the image as the one that wrote the lock. Hale does not lock again with an older one: the file would go back and forth.

        ## When it is not this
        `might not be compatible` is a warning about a newer minor format; the step that failed has another cause then.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        "poetry.lock is of a newer format than the Poetry there reads",
        "head -1 poetry.lock",
        "install the version of Poetry that is named there in the Dockerfile: RUN pip install 'poetry==VERSION'");

    // The lock file is not compatible with the current version of Poetry.
    [GeneratedRegex("""The lock file is not compatible with the current version of Poetry""")]
    private static partial Regex Said();
}
