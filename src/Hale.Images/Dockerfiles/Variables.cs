using System.Text;
using System.Text.RegularExpressions;

namespace Hale.Images.Dockerfiles;

/// <summary>Fills variables into a word of a Dockerfile.</summary>
public static partial class Variables
{
    /// <summary>The word with its variables filled in; null when that takes a form that only BuildKit knows.</summary>
    public static string? Fill(string word, IReadOnlyDictionary<string, string> known)
    {
        var filled = new StringBuilder();
        var text = Unquoted(word);
        for (var at = 0; at < text.Length;)
        {
            var found = Variable().Match(text, at);
            if (!found.Success || found.Index != at)
            {
                if (text[at] == '$')
                {
                    return null;
                }

                filled.Append(text[at++]);
                continue;
            }

            if (ValueOf(found, known) is not { } value)
            {
                return null;
            }

            filled.Append(value);
            at += found.Length;
        }

        return filled.ToString();
    }

    private static string? ValueOf(Match found, IReadOnlyDictionary<string, string> known)
    {
        var value = known.GetValueOrDefault(found.Groups["name"].Value, "");
        var other = found.Groups["other"].Value;
        return found.Groups["form"].Value switch
        {
            "" or "?" or ":?" => value,
            ":-" => value.Length > 0 ? value : Fill(other, known),
            "-" => known.ContainsKey(found.Groups["name"].Value) ? value : Fill(other, known),
            ":+" => value.Length > 0 ? Fill(other, known) : "",
            "+" => known.ContainsKey(found.Groups["name"].Value) ? Fill(other, known) : "",
            _ => null,
        };
    }

    private static string Unquoted(string word) =>
        word.Length > 1 && word[0] == word[^1] && word[0] is '"' or '\'' ? word[1..^1] : word;

    [GeneratedRegex(@"\G\$(?:(?<name>[A-Za-z_]\w*)|\{(?<name>[A-Za-z_]\w*)(?:(?<form>:?[-+?])(?<other>(?:[^{}]|\{[^{}]*\})*))?\})", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
