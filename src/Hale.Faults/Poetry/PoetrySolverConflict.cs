using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The constraints of the dependencies contradict each other.</summary>
public sealed partial class PoetrySolverConflict : PoetrySaid
{
    public override string Id => "poetry-solver-conflict";

    public override string Title => "Two dependencies cannot be installed together";

    public override string Page => """
        No choice of versions satisfies all that is asked for. Poetry tells how it came to that in a chain of sentences; the last one names what the project asks for.

        ## What we look at
        The chain, from `Because` to `version solving failed`, and in it the two dependencies of the project's own that cannot stand together.

        ## Why it happens
        Two packages need different versions of a third, or a package needs another Python than the project allows.

        ## What mends it
        A person loosens one of the two, or the range of Python. Hale never loosens a constraint by itself.

        ## When it is not this
        One sentence alone that ends with `doesn't match any versions` is `poetry-no-such-version`. A Python in the message that the image does not have comes from an
        environment that does not belong there: `poetry-venv-foreign`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence)
    {
        var why = line.Groups["why"].Value;
        if (why.Contains("doesn't match any versions", StringComparison.Ordinal))
        {
            return null;
        }

        var pair = Pair().Match(why);
        return pair.Success
            ? new Told(
                $"{pair.Groups["one"].Value} and {pair.Groups["other"].Value} cannot be installed together{Over(talk)}",
                $"poetry show --tree {pair.Groups["one"].Value}",
                $"loosen one of the two in pyproject.toml, then: poetry lock")
            : new Told($"no versions satisfy pyproject.toml: {why}", "change the constraint that is named in pyproject.toml, then: poetry lock");
    }

    // So, because api depends on both aa (*) and bb (*), version solving failed.
    // Because app depends on lib (0.1.0) which requires Python >=3.11, version solving failed.
    [GeneratedRegex("""^\s*(?:So, b|B)ecause (?<why>.+?),? version solving failed""")]
    private static partial Regex Said();

    // api depends on both aa (*) and bb (*)
    [GeneratedRegex("""depends on both (?<one>[\w.\-\[\]]+) \(.*?\) and (?<other>[\w.\-\[\]]+) \(""")]
    private static partial Regex Pair();

    // and bb (1.0) depends on cc (2.0), every version of bb requires cc (2.0).
    [GeneratedRegex("""(?<who>[\w.-]+) \([^)]*\) depends on (?<what>[\w.-]+) \((?<which>[^)]*)\)""")]
    private static partial Regex Wants();

    private static string Over(Talk talk)
    {
        var needs = talk.Lines.SelectMany(line => Wants().Matches(line)).GroupBy(match => match.Groups["what"].Value).FirstOrDefault(group => group.Select(match => match.Groups["who"].Value).Distinct().Count() > 1);
        return needs is null ? "" : $": {string.Join(", ", needs.DistinctBy(match => match.Groups["who"].Value).Select(match => $"{match.Groups["who"].Value} needs {needs.Key} {match.Groups["which"].Value}"))}";
    }
}
