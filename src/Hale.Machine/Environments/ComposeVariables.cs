using System.Text.RegularExpressions;

namespace Hale.Machine.Environments;

/// <summary>A place where a text, such as a line of a Compose file, has a variable put in.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Sign">What stands behind the name: <c>:-</c> or <c>-</c> before a default, <c>:?</c> or <c>?</c> where it must be set, <c>:+</c> or <c>+</c> where it is replaced; empty for nothing.</param>
/// <param name="Word">What stands behind the sign.</param>
/// <param name="At">Where in the text it begins.</param>
/// <param name="InBraces">True for <c>${NAME}</c>, false for <c>$NAME</c>.</param>
internal sealed record ComposeVariable(string Name, string Sign, string Word, int At, bool InBraces)
{
    /// <summary>True when Compose refuses the file where it is not set.</summary>
    public bool MustBeSet => Sign.EndsWith('?');

    /// <summary>True when it becomes empty, or is refused, where it is not set.</summary>
    public bool HasNoDefault => Sign.Length == 0 || MustBeSet;

    /// <summary>Its default; null when it has none.</summary>
    public string? Default => Sign is ":-" or "-" ? Word : null;
}

/// <summary>Finds variables by Compose's rules of interpolation (docs.docker.com/reference/compose-file/interpolation).</summary>
internal static partial class ComposeVariables
{
    public static IEnumerable<ComposeVariable> In(string text) => Reference().Matches(text).Select(found => new ComposeVariable(
        found.Groups["name"].Value, found.Groups["sign"].Value, found.Groups["word"].Value, found.Index, found.Groups["brace"].Length > 0));

    // $NAME, ${NAME}, ${NAME:-default}; $$ is a plain sign
    [GeneratedRegex(@"(?<!\$)(?:\$\$)*\$(?:(?<brace>\{)(?<name>[A-Za-z_]\w*)(?:(?<sign>:?[-?+])(?<word>[^}]*)|[^}]*)\}|(?<name>[A-Za-z_]\w*))")]
    private static partial Regex Reference();
}
