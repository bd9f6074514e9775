using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A <c>pyproject.toml</c> with a <c>[project]</c> table is read by a Poetry before 2.</summary>
public sealed partial class PoetryPep621Old : PoetrySaid
{
    public override string Id => "poetry-pep621-old";

    public override string Title => "pyproject.toml is written for Poetry 2 and read by an older one";

    public override string Page => """
        The project says its name and its dependencies under `[project]`, as is usual from Poetry 2 on. An older Poetry looks only under `[tool.poetry]` and says that
        section is not there.

        ## What we look at
        Poetry's sentence in a failed step.

        ## Why it happens
        The image installs the distribution's Poetry, or a fixed version from before 2025.

        ## What mends it
        Poetry 2 in the image.

        ## When it is not this
        A file that is not TOML at all is `poetry-pyproject-invalid`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new("pyproject.toml is written for Poetry 2, and an older one reads it", "install Poetry 2 in the Dockerfile: RUN pip install 'poetry>=2'");

    // [tool.poetry] section not found in /app/pyproject.toml
    [GeneratedRegex("""\[tool\.poetry\] section not found""")]
    private static partial Regex Said();
}
