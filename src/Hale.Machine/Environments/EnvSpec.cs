using System.Text.RegularExpressions;

namespace Hale.Machine.Environments;

/// <summary>
/// Reads what a template says of its variables in comments, by the convention of <c>@env-spec</c> (varlock.dev/env-spec): decorators such as
/// <c># @required @type=port</c> above an entry or behind its value, and <c>@defaultRequired</c> and <c>@defaultSensitive</c> in the head of the file, which
/// a line <c># ---</c> ends. Decorators that are not known are passed over, as the convention asks.
/// </summary>
internal static partial class EnvSpec
{
    /// <summary>The rules of a template's entries that have a decorator, or that a default of its head is about; in the file's order.</summary>
    public static IReadOnlyList<EnvRule> Read(string template)
    {
        var lines = template.Split('\n');
        var head = HeadOf(lines);
        return
        [
            .. EnvText.Entries(template)
                .Select(entry => RuleOf(entry, Decorators(TextAbout(entry, lines)), head))
                .Where(rule => rule is { Required: true } or { Sensitive: true } or { Type: not null }),
        ];
    }

    private static EnvRule RuleOf(EnvEntry entry, Dictionary<string, string> said, Dictionary<string, string> head) => new(entry.Name, entry.Line)
    {
        Required = IsOn(said, "required") ?? !IsOn(said, "optional") ?? IsOn(head, "defaultRequired") ?? false,
        Sensitive = IsOn(said, "sensitive") ?? !IsOn(said, "public") ?? IsOn(head, "defaultSensitive") ?? false,
        Type = said.TryGetValue("type", out var type) ? EnvType.Read(type) : null,
    };

    // The comment lines right above the entry, and a comment behind its value; an empty line parts a comment from what comes below.
    private static IEnumerable<string> TextAbout(EnvEntry entry, string[] lines)
    {
        for (var at = entry.Line - 2; at >= 0 && Comment().Match(lines[at]) is { Success: true } comment && !Divider().IsMatch(lines[at]); at--)
        {
            yield return comment.Groups["text"].Value;
        }

        if (Behind().Match(entry.Raw) is { Success: true } behind)
        {
            yield return behind.Groups["text"].Value;
        }
    }

    private static Dictionary<string, string> HeadOf(string[] lines)
    {
        var end = Array.FindIndex(lines, Divider().IsMatch);
        return end < 0 || lines[..end].Any(line => line.Trim().Length > 0 && !Comment().IsMatch(line))
            ? []
            : Decorators(lines[..end].Select(line => Comment().Match(line).Groups["text"].Value));
    }

    // Only a comment that begins with a decorator holds any: the rest is prose, with addresses of people in it.
    private static Dictionary<string, string> Decorators(IEnumerable<string> comments)
    {
        var found = new Dictionary<string, string>();
        foreach (var one in comments.Where(text => text.StartsWith('@')).SelectMany(text => Decorator().Matches(text)))
        {
            found.TryAdd(one.Groups["name"].Value, one.Groups["value"] is { Success: true } value ? value.Value.Trim('"', '\'') : "true");
        }

        return found;
    }

    // 'infer' and what is computed say nothing for certain.
    private static bool? IsOn(Dictionary<string, string> said, string name) => said.GetValueOrDefault(name) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    [GeneratedRegex(@"^\s*#\s?(?<text>.*?)\s*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*#\s?-{3,}\s*$")]
    private static partial Regex Divider();

    // PORT=8000 # @type=port
    [GeneratedRegex(@"\s#\s?(?<text>@.*?)\s*$")]
    private static partial Regex Behind();

    // @required    @type=enum(dev, test)    @required=false    @example="a b"
    [GeneratedRegex("""(?<=^|\s)@(?<name>[A-Za-z]\w*)(?:=(?<value>"[^"]*"|'[^']*'|[^\s("']*(?:\([^)]*\))?))?""")]
    private static partial Regex Decorator();
}
