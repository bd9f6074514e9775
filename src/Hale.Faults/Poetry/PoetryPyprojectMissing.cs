using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>Poetry is called in a folder without a <c>pyproject.toml</c>.</summary>
public sealed partial class PoetryPyprojectMissing : PoetrySaid
{
    public override string Id => "poetry-pyproject-missing";

    public override string Title => "Poetry finds no pyproject.toml";

    public override string Page => """
        Poetry looks for `pyproject.toml` in the folder in which it is called and in those above it, and finds none.

        ## What we look at
        Poetry's sentence, which names the folder.

        ## Why it happens
        The Dockerfile has no `WORKDIR`, or copies the file elsewhere; or a mount over the folder hides it.

        ## What mends it
        `WORKDIR` and `COPY pyproject.toml poetry.lock ./` before the step.

        ## When it is not this
        A file that is there and cannot be read is `poetry-pyproject-invalid`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        $"there is no pyproject.toml in {line.Groups["folder"].Value}",
        $"in the Dockerfile, before the step: COPY pyproject.toml poetry.lock {line.Groups["folder"].Value.TrimEnd('/')}/");

    // Poetry could not find a pyproject.toml file in /app or its parents
    [GeneratedRegex("""Poetry could not find a pyproject\.toml file in (?<folder>\S+) or its parents""")]
    private static partial Regex Said();
}
