using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A dependency is asked for that no index has.</summary>
public sealed partial class PoetryNoSuchVersion : PoetrySaid
{
    public override string Id => "poetry-no-such-version";

    public override string Title => "No index has the version that a project asks for";

    public override string Page => """
        Poetry says the same sentence for a name that does not exist, for a version that does not exist, and for a package that lies in an index that is not configured here.

        ## What we look at
        The sentence, and what it names.

        ## Why it happens
        A slip in the name or the version, a version that was withdrawn, or a private index that is missing in `pyproject.toml`.

        ## What mends it
        The name or the version is corrected, or the index is added under `[[tool.poetry.source]]`.

        ## When it is not this
        A chain of several sentences is `poetry-solver-conflict`. An index that does not answer is `poetry-index-unreachable`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        $"no index has {line.Groups["name"].Value} {line.Groups["version"].Value}",
        $"correct {line.Groups["name"].Value} in pyproject.toml, then: poetry lock",
        "or, when it lies in a private index, add that one: poetry source add NAME URL");

    // Because api depends on nosuch (*) which doesn't match any versions, version solving failed.
    [GeneratedRegex("""ecause .*?depends on (?<name>[\w.\-\[\]]+) \((?<version>[^)]*)\) which doesn't match any versions""")]
    private static partial Regex Said();
}
