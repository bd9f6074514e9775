using System.Text.RegularExpressions;

namespace Hale.Compose.Commands;

/// <summary>Reads what Compose warns of on standard error.</summary>
internal static partial class Warnings
{
    public static IReadOnlyList<string> Of(string errors) =>
        [.. errors.Split('\n').Select(line => Line().Match(line)).Where(found => found.Success).Select(found => found.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal)).Distinct()];

    // time="2026-01-01T00:00:00Z" level=warning msg="The \"TAG\" variable is not set. Defaulting to a blank string."
    [GeneratedRegex("""level=warning msg="(.*)"\s*$""")]
    private static partial Regex Line();
}
