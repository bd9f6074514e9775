using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>The variables that Compose misses, by what it warns of.</summary>
internal static partial class UnsetNames
{
    public static IEnumerable<string> In(ModelFacts model) =>
        model.Warnings.Select(warning => Unset().Match(warning)).Where(found => found.Success).Select(found => found.Groups[1].Value).Distinct();

    // The "TAG" variable is not set. Defaulting to a blank string.
    [GeneratedRegex("""The "?(\w+)"? variable is not set""")]
    private static partial Regex Unset();
}
