using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>The logical lines of a Python file, each with whether the program comes to all of it.</summary>
internal sealed partial class PythonLines
{
    private const int TabStop = 8;

    // Of functions that call each other in the order of the text's end to its start.
    private const int LongestChain = 20;

    private static readonly HashSet<string> Compound =
        ["if", "elif", "else", "for", "while", "try", "except", "finally", "match", "case", "async", "def", "del", "@"];

    private readonly string _code;
    private readonly List<Line> _lines = [];
    private readonly Dictionary<string, Reached> _functions = [];
    private readonly bool _forgives;

    private PythonLines(string code) => (_code, _forgives) = (code, ForgivingUnderAnotherName().IsMatch(code));

    /// <summary>Reads the code of a masked text.</summary>
    public static PythonLines Of(string code)
    {
        var lines = new PythonLines(code);
        lines.Split();
        lines.Follow();
        return lines;
    }

    /// <summary>Whether the program comes to this place of the text.</summary>
    public Reached At(int at)
    {
        var (low, high) = (0, _lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_lines[middle].End <= at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low < _lines.Count && _lines[low].Start <= at ? Of(_lines[low]) : Reached.Perhaps;
    }

    private Reached Of(Line line) =>
        line.Function is null ? line.Reached : (Reached)Math.Min((int)line.Reached, (int)_functions.GetValueOrDefault(line.Function));

    private void Split()
    {
        var blocks = new Stack<Block>();
        var ended = new HashSet<string>();
        var staying = new HashSet<string>();
        foreach (var (start, end) in Spans())
        {
            var text = _code.AsSpan(start, end - start).Trim();
            var indent = IndentOf(start);
            var word = FirstWord(text);
            while (blocks.TryPeek(out var above) && above.Indent >= indent)
            {
                blocks.Pop();
            }

            var outermost = blocks.Count > 0 ? blocks.Last() : null;
            var function = outermost?.Kind is "def" ? outermost.Name : null;
            var certain = !blocks.Any(block => block.Kind is not ("class" or "with" or "main") && block != outermost) && outermost?.Kind is null or "class" or "with" or "main" or "def";
            var simple = !Compound.Contains(word) && !Conditional().IsMatch(text) && !IsForgiving(word, text) && !(word is "assert" && text.Contains(','));
            var reached = !certain || !simple || ended.Contains(function ?? "") ? Reached.Perhaps
                : blocks.Any(block => block.Kind is "main") ? Reached.AsProgram : Reached.Always;
            _lines.Add(new Line(start, end, reached, function));
            if (!blocks.Any(block => block.Kind is "def" && block != outermost) && (function is not null || outermost?.Kind is not "class") && word is not ("def" or "async"))
            {
                var stays = word is "while" || Staying().IsMatch(text) || (staying.Count > 0 && CallsOneOf(staying, text));
                if (stays && function is not null)
                {
                    staying.Add(function);
                }

                if (stays || Leaving().IsMatch(text))
                {
                    ended.Add(function ?? "");
                }
            }

            if (text is [.., ':'])
            {
                blocks.Push(new Block(indent, KindOf(word, text), NameIn(text)));
            }
        }
    }

    private bool IsForgiving(string word, ReadOnlySpan<char> text) => word is "with" && (_forgives || Forgiving().IsMatch(text));

    private static bool CallsOneOf(HashSet<string> functions, ReadOnlySpan<char> text)
    {
        foreach (var called in Calls().EnumerateMatches(text))
        {
            if (functions.Contains(text.Slice(called.Index, called.Length).TrimEnd('(').TrimEnd().ToString()))
            {
                return true;
            }
        }

        return false;
    }

    // A function that the file itself calls is come to as well.
    private void Follow()
    {
        foreach (var function in _lines.Select(line => line.Function).OfType<string>().Distinct())
        {
            _functions[function] = Reached.Perhaps;
        }

        var changed = _functions.Count > 0;
        for (var pass = 0; changed && pass < LongestChain; pass++)
        {
            changed = false;
            foreach (var line in _lines)
            {
                var reached = Of(line);
                var code = reached is Reached.Perhaps ? "" : _code.AsSpan(line.Start, line.End - line.Start);
                foreach (var called in Calls().EnumerateMatches(code))
                {
                    var name = code.Slice(called.Index, called.Length).TrimEnd('(').TrimEnd().ToString();
                    if (_functions.TryGetValue(name, out var before) && before < reached)
                    {
                        _functions[name] = reached;
                        changed = true;
                    }
                }
            }
        }
    }

    // A line goes on within brackets and behind a backslash; blank ones are none.
    private IEnumerable<(int Start, int End)> Spans()
    {
        var (start, open) = (0, 0);
        for (var at = 0; at <= _code.Length; at++)
        {
            var letter = at < _code.Length ? _code[at] : '\n';
            open = letter switch
            {
                '(' or '[' or '{' => open + 1,
                ')' or ']' or '}' => Math.Max(0, open - 1),
                _ => open,
            };
            if (at < _code.Length && (letter is not '\n' || open > 0 || IsContinued(at)))
            {
                continue;
            }

            if (!_code.AsSpan(start, at - start).IsWhiteSpace())
            {
                yield return (start, at);
            }

            start = at + 1;
        }
    }

    private bool IsContinued(int at) => at > 0 && (_code[at - 1] is '\\' || (_code[at - 1] is '\r' && at > 1 && _code[at - 2] is '\\'));

    private int IndentOf(int start)
    {
        var indent = 0;
        for (var at = start; at < _code.Length && char.IsWhiteSpace(_code[at]); at++)
        {
            indent = _code[at] is '\t' ? indent + TabStop : _code[at] is '\n' or '\f' ? 0 : indent + 1;
        }

        return indent;
    }

    private static string FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '_'))
        {
            end++;
        }

        return end == 0 && text is ['@', ..] ? "@" : text[..end].ToString();
    }

    private string KindOf(string word, ReadOnlySpan<char> text) => word switch
    {
        "if" when Main().IsMatch(text) => "main",
        "with" when IsForgiving(word, text) => "try",
        "async" when Function().IsMatch(text) => "def",
        _ => word,
    };

    private static string NameIn(ReadOnlySpan<char> text)
    {
        foreach (var found in Function().EnumerateMatches(text))
        {
            return text.Slice(found.Index, found.Length).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1];
        }

        return "";
    }

    private sealed record Line(int Start, int End, Reached Reached, string? Function);

    private sealed record Block(int Indent, string Kind, string Name);

    // What part of the line is come to depends on a value; a generator's body waits for who asks it.
    [GeneratedRegex(@"\b(?:if|else|or|and|lambda|for|yield)\b")]
    private static partial Regex Conditional();

    // with suppress(KeyError):
    [GeneratedRegex(@"suppress|raises")]
    private static partial Regex Forgiving();

    // from contextlib import suppress as quiet
    [GeneratedRegex(@"\bsuppress[ \t]+as\b")]
    private static partial Regex ForgivingUnderAnotherName();

    // Servers, loops and programs that take this one's place need not come back.
    [GeneratedRegex(@"\b(?:run\w*|serve\w*|main|mainloop|exec[lv]\w*|execute_from_command_line|wait\w*)\s*\(")]
    private static partial Regex Staying();

    // What stands below may not be come to.
    [GeneratedRegex(@"\b(?:return|raise|yield)\b|\b_?exit\s*\(|\bquit\s*\(")]
    private static partial Regex Leaving();

    [GeneratedRegex(@"^if\s+__name__\s*==")]
    private static partial Regex Main();

    [GeneratedRegex(@"^(?:async\s+)?def\s+\w+")]
    private static partial Regex Function();

    [GeneratedRegex(@"(?<![\w.])(?>[A-Za-z_]\w*)\s*\(")]
    private static partial Regex Calls();
}
