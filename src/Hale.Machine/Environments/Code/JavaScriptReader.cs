using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>
/// Finds the environment variables that a file of JavaScript or TypeScript reads. One that is not set is no error there, so that the code needs
/// a variable only where it says so itself: <c>if (!process.env.X) throw …</c>.
/// </summary>
internal static partial class JavaScriptReader
{
    // What Vite itself gives.
    private static readonly HashSet<string> Given = ["MODE", "DEV", "PROD", "SSR", "BASE_URL"];

    public static SourceReads Read(string text)
    {
        if (!text.Contains("env", StringComparison.Ordinal) || !(text.Contains("process", StringComparison.Ordinal) || text.Contains("import.meta", StringComparison.Ordinal)))
        {
            return SourceReads.None;
        }

        var masked = JavaScriptMask.Of(text);
        var reads = new List<(string Name, int At)>();
        var sets = new HashSet<string>();
        var setsOthers = Assigning().IsMatch(masked.Code);
        foreach (Match found in Member().Matches(masked.Code))
        {
            var end = found.Index + found.Length;
            if (found.Groups["name"] is not { Success: true } name)
            {
                setsOthers |= Computed().Match(masked.Code, end) is { Success: true } computed && masked.IsAssignedAt(end + computed.Length);
            }
            else if (text.Substring(name.Index, name.Length) is var read && VariableName().IsMatch(read) && !(Given.Contains(read) && found.Value.StartsWith("import", StringComparison.Ordinal)) && masked.Next(end).Letter is not '(')
            {
                if (masked.IsAssignedAt(end))
                {
                    sets.Add(read);
                }
                else
                {
                    reads.Add((read, found.Index));
                }
            }
        }

        reads.AddRange(TakenApart(masked));
        setsOthers |= IsSetUnderAnotherName(masked);
        var needed = Thrown(masked);
        return new SourceReads
        {
            Reads = [.. reads.OrderBy(read => read.At).Take(SourceReads.Most).Select(read => new NameRead(read.Name, masked.LineOf(read.At), needed.Contains(read.At) && !sets.Contains(read.Name) ? Reached.Always : Reached.Perhaps))],
            Sets = sets,
            SetsOthers = setsOthers,
        };
    }

    // const { A, B = "x", C: local } = process.env
    private static IEnumerable<(string Name, int At)> TakenApart(Masked masked)
    {
        foreach (Match found in Destructured().Matches(masked.Code))
        {
            foreach (Match item in Item().Matches(found.Groups["list"].Value))
            {
                yield return (item.Groups["name"].Value, found.Groups["list"].Index + item.Groups["name"].Index);
            }
        }
    }

    // const env = process.env; env.A = "1"
    private static bool IsSetUnderAnotherName(Masked masked)
    {
        foreach (Match alias in Alias().Matches(masked.Code))
        {
            foreach (Match use in Regex.Matches(masked.Code, $@"(?<![\w$.]){Regex.Escape(alias.Groups["name"].Value)}\s?(?:\.\s?[A-Za-z_]\w*|\[[^\]\n]{{0,200}}\])"))
            {
                if (masked.IsAssignedAt(use.Index + use.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The places of the variables without which the file ends as it is loaded.
    private static HashSet<int> Thrown(Masked masked)
    {
        var places = new HashSet<int>();
        var (from, depth) = (0, 0);
        var left = Leaving().Match(masked.Code) is { Success: true } exit ? exit.Index : int.MaxValue;
        foreach (Match found in Throw().Matches(masked.Code))
        {
            foreach (var letter in masked.Code.AsSpan(from, found.Index - from))
            {
                depth += letter is '{' or '(' or '[' ? 1 : letter is '}' or ')' or ']' ? -1 : 0;
            }

            from = found.Index;
            var before = masked.Code.AsSpan(0, found.Index).TrimEnd();
            if (depth == 0 && found.Index < left && before is not [.., ')'] && !before.EndsWith("else"))
            {
                places.Add(found.Groups["read"].Index);
            }
        }

        return places;
    }

    // process.env.X, process.env["X"], process.env?.X, import.meta.env.VITE_X; without a name, process.env[…]
    [GeneratedRegex("""(?<![\w$.])(?:globalThis\s?\.\s?)?(?:process\s?\??\.\s?env|import\s?\.\s?meta\s?\.\s?env)\b(?:\s{0,80}\??\.\s?(?<name>[A-Za-z_]\w*)(?![\w$])|\s?(?:\?\.)?\[\s?(?<quote>["'`])(?<name>\u0001+)\k<quote>\s?\]|(?=\s?\[))""")]
    private static partial Regex Member();

    [GeneratedRegex(@"\G\s?\[[^\]\n]{0,200}\]")]
    private static partial Regex Computed();

    // Object.assign(process.env, …); process.env = …
    [GeneratedRegex(@"\bassign\s?\(\s{0,80}process\s?\.\s?env\b|(?<![\w$.])process\s?\.\s?env\s?=(?![=>])")]
    private static partial Regex Assigning();

    [GeneratedRegex(@"\{(?<list>[^{}]*)\}\s?(?::\s?[\w.$<>]{1,80}\s?)?=\s?(?:process\s?\.\s?env|import\s?\.\s?meta\s?\.\s?env)(?![\w$.\[?])")]
    private static partial Regex Destructured();

    [GeneratedRegex(@"(?<=^|,)\s*(?<name>[A-Za-z_]\w*)\s*(?=[,:=]|$)")]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<![\w$.])if\s?\(\s?!\s?(?<read>process\s?\.\s?env\s?\.\s?[A-Za-z_]\w*)\s?\)\s{0,80}\{?\s{0,80}throw(?![\w$])")]
    private static partial Regex Throw();

    [GeneratedRegex(@"(?<![\w$.])(?<name>[A-Za-z_$][\w$]*)\s?=\s?process\s?\.\s?env(?![\w$]|\s?[.\[?])")]
    private static partial Regex Alias();

    // What stands below may not be come to.
    [GeneratedRegex(@"\bprocess\s?\.\s?(?:exit|abort|kill)\s?\(")]
    private static partial Regex Leaving();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex VariableName();
}
