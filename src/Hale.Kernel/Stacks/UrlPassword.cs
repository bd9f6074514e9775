using System.Text.RegularExpressions;

namespace Hale.Kernel.Stacks;

/// <summary>The password within an address, as in <c>postgres://app:password@db/app</c> (RFC 3986, 3.2.1).</summary>
public static partial class UrlPassword
{
    /// <summary>
    /// Finds each with the groups <c>before</c>, the address up to it, and <c>password</c>. A line may be one word of a million letters: no part of the
    /// pattern looks far from where it begins.
    /// </summary>
    [GeneratedRegex(@"(?<before>(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}://[^\s/:@]{0,200}:)(?<password>[^\s/@]{1,500})@", RegexOptions.IgnoreCase)]
    public static partial Regex Pattern();
}
