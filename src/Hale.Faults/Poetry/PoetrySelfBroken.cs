using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The Python that Poetry was installed for is gone.</summary>
public sealed partial class PoetrySelfBroken : PoetrySaid
{
    public override string Id => "poetry-self-broken";

    public override string Title => "Poetry itself is broken";

    public override string Page => """
        The program `poetry` is there, and the Python or the packages that it was installed with are not.

        ## What we look at
        The launcher's own complaint: `bad interpreter`, or `No module named 'poetry'`.

        ## Why it happens
        The distribution or the image brought another Python; or one stage's launcher was copied into another without what belongs to it.

        ## What mends it
        Poetry is installed again with the Python that is there.

        ## When it is not this
        A program in the project's own `.venv` that says `bad interpreter` is `poetry-venv-broken`. No `poetry` at all is `poetry-missing`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        line.Groups["python"] is { Success: true } python ? $"Poetry belongs to {python.Value}, which is not there" : "Poetry's launcher is there, and what it starts is not",
        "install Poetry again with the Python that is there: pipx reinstall poetry",
        "or in the Dockerfile: RUN pip install --force-reinstall poetry");

    // ModuleNotFoundError: No module named 'poetry'
    // /usr/local/bin/poetry: /opt/old/bin/python: bad interpreter: No such file or directory
    // /bin/sh: 1: /usr/local/bin/poetry: not found
    [GeneratedRegex("""(?:No module named '?poetry'?(?:\.\w+)*$|/poetry: (?<python>\S*python[\d.]*): bad interpreter|/bin/poetry: (?:cannot execute: required file )?not found)""")]
    private static partial Regex Said();
}
