using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;

namespace Hale.Healing;

/// <summary>Takes secrets out of text that others may read: the values known to be secret, and what looks like one.</summary>
/// <param name="secrets">The values known to be secret; those shorter than four characters are part of too much else to be taken out.</param>
public sealed partial class Redaction(IEnumerable<string> secrets)
{
    private const string Hidden = "***";

    // A shorter one may be part of an ordinary word, and counts only where it stands alone.
    private const int LongEnough = 8;

    private readonly List<string> _secrets = [.. secrets.Where(secret => secret.Length >= 4).Distinct().OrderByDescending(secret => secret.Length)];

    public string Of(string text)
    {
        text = UrlPassword.Pattern().Replace(Known(text), $"${{before}}{Hidden}@");
        return Assigned().Replace(text, $"$1{Hidden}");
    }

    /// <summary>Takes out only the values known to be secret: for advice, where what follows <c>PASSWORD=</c> is for the reader to fill in.</summary>
    public string Known(string text) => _secrets.Aggregate(text, Without);

    private static string Without(string text, string secret)
    {
        if (secret.Length >= LongEnough)
        {
            return text.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + 1, StringComparison.Ordinal))
        {
            var end = at + secret.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                text = string.Concat(text.AsSpan(0, at), Hidden, text.AsSpan(end));
            }
        }

        return text;
    }

    // PASSWORD=secret, "api_key": "secret", Authorization: Bearer secret
    [GeneratedRegex(@"((?:password|passwd|secret|token|api[_-]?key|authorization)""?\s*[=:]\s*""?(?:bearer\s+)?)[^\s""',;]{4,}", RegexOptions.IgnoreCase)]
    private static partial Regex Assigned();
}
