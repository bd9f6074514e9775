using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>A dependency group is named that <c>pyproject.toml</c> does not have.</summary>
public sealed partial class PoetryGroupMissing : PoetrySaid
{
    public override string Id => "poetry-group-missing";

    public override string Title => "A dependency group that is named does not exist";

    public override string Page => """
        `--with`, `--without` or `--only` names a group that is not in `pyproject.toml`. Poetry 2 refuses; Poetry 1.3 goes on as if nothing were.

        ## What we look at
        Poetry's sentence, and the groups that `pyproject.toml` has.

        ## Why it happens
        The group was renamed or removed.

        ## What mends it
        The name is corrected where Poetry is called.

        ## When it is not this
        An option that does not exist is `poetry-removed-flag`.
        """;

    private protected override Regex Line => Said();

    public override Needs Needs => base.Needs | Needs.Poetry;

    private protected override Told? Read(Match line, Talk talk, Evidence evidence)
    {
        var there = evidence.Poetry.Known?.Projects.SelectMany(project => project.Groups).Distinct().ToList() ?? [];
        return new(
            $"pyproject.toml has no group '{line.Groups["group"].Value}'{(there.Count > 0 ? $", only {string.Join(", ", there)}" : "")}",
            $"correct or leave out {line.Groups["option"].Value} {line.Groups["group"].Value} where Poetry is called");
    }

    // Group(s) not found: nosuch (via --without)
    [GeneratedRegex("""Group\(s\) not found: (?<group>\S+) \(via (?<option>--[\w-]+)\)""")]
    private static partial Regex Said();
}
