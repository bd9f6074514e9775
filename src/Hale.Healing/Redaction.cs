using System.Text.RegularExpressions;

namespace Hale.Healing;

/// <summary>Takes secrets out of text that others may read: the values known to be secret, and what looks like one.</summary>
/// <param name="secrets">The values known to be secret; those shorter than four characters are part of too much else to be taken out.</param>
public sealed partial class Redaction(IEnumerable<string> secrets)
{
    private const string Hidden = "***";

    private readonly List<string> _secrets = [.. secrets.Where(secret => secret.Length >= 4).Distinct().OrderByDescending(secret => secret.Length)];

    public string Of(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        text = InAddress().Replace(text, $"$1{Hidden}@");
        return Assigned().Replace(text, $"$1{Hidden}");
    }

    // postgres://app:secret@db/app
    [GeneratedRegex(@"([a-z][a-z0-9+.-]*://[^\s/:@]*:)[^\s/@]+@", RegexOptions.IgnoreCase)]
    private static partial Regex InAddress();

    // PASSWORD=secret, "api_key": "secret", Authorization: Bearer secret
    [GeneratedRegex(@"((?:password|passwd|secret|token|api[_-]?key|authorization)""?\s*[=:]\s*""?(?:bearer\s+)?)[^\s""',;]{4,}", RegexOptions.IgnoreCase)]
    private static partial Regex Assigned();
}
