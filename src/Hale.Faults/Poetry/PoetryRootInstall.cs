using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>Poetry is asked to install the project itself, and its files are not there yet.</summary>
public sealed partial class PoetryRootInstall : PoetrySaid
{
    public override string Id => "poetry-root-install";

    public override string Title => "Poetry cannot install the project itself";

    public override string Page => """
        `poetry install` installs the dependencies and then the project itself. For that it needs the package's folder and the README that `pyproject.toml` names.

        ## What we look at
        Poetry's sentence, which names what it does not find.

        ## Why it happens
        The Dockerfile copies only `pyproject.toml` and `poetry.lock` before it installs, so that the layer is kept while the code changes. Before 1.8 Poetry took
        no offence at it.

        ## What mends it
        `--no-root` in that step: the dependencies alone. For a project that is never a package, `package-mode = false` in `pyproject.toml`.

        ## When it is not this
        A dependency by path that is not there is `poetry-path-dep-missing`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        $"Poetry cannot install the project itself: {line.Groups["why"].Value}",
        "write --no-root in that step of the Dockerfile: poetry install --no-root",
        "or, when the project is never a package, in pyproject.toml under [tool.poetry]: package-mode = false");

    // Error: The current project could not be installed: Readme path `/app/README.md` does not exist.
    // [Errno 2] No such file or directory: '/app/README.md'
    [GeneratedRegex("""(?:The current project could not be installed: (?<why>.+?)\.?$|\[Errno 2\] No such file or directory: '(?<why>[^']*README[^']*)')""")]
    private static partial Regex Said();
}
