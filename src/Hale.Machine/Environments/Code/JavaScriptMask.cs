namespace Hale.Machine.Environments.Code;

/// <summary>Tells the code of JavaScript and TypeScript from comments, texts and regular expressions.</summary>
internal sealed class JavaScriptMask
{
    private const int LongestExpression = 400;

    private static readonly string[] BeforeExpression = ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await", "yield"];

    private readonly string _text;
    private readonly char[] _code;

    private JavaScriptMask(string text) => (_text, _code) = (text, text.ToCharArray());

    public static Masked Of(string text)
    {
        var mask = new JavaScriptMask(text);
        mask.Code(0, 0);
        return new Masked(text, new string(mask._code));
    }

    // Returns at the brace that closes code within a template, or at the end.
    private int Code(int at, int depth)
    {
        var (open, last) = (0, -1);
        while (at < _text.Length)
        {
            var letter = _text[at];
            var next = at + 1 < _text.Length ? _text[at + 1] : '\0';
            switch (letter)
            {
                case '/' when next is '/':
                    at = Blank(at, _text.IndexOf('\n', at));
                    continue;
                case '/' when next is '*':
                    at = Blank(at, _text.IndexOf("*/", at + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2 : -1);
                    continue;
                case '/' when next is not '>' && MayBeginExpression(last) && EndOfExpression(at) is { } end:
                    last = Fill(at, end) - 1;
                    at = end;
                    continue;
                case '"' or '\'' when letter is '"' || !IsApostrophe(at):
                    at = Quoted(at);
                    last = at - 1;
                    continue;
                case '`':
                    at = Template(at, depth);
                    last = at - 1;
                    continue;
                case '{':
                    open++;
                    break;
                case '}' when open == 0 && depth > 0:
                    return at;
                case '}':
                    open--;
                    break;
            }

            last = char.IsWhiteSpace(letter) ? last : at;
            at++;
        }

        return at;
    }

    private int Blank(int from, int end)
    {
        var to = end < 0 ? _text.Length : end;
        for (var at = from; at < to; at++)
        {
            _code[at] = _text[at] is '\n' ? '\n' : ' ';
        }

        return to;
    }

    private int Fill(int from, int to)
    {
        _code.AsSpan(from, to - from).Fill(Masked.Inside);
        return to;
    }

    // A text in plain quotes ends with its line at the latest: an apostrophe between tags opens nothing.
    private int Quoted(int open)
    {
        for (var at = open + 1; at < _text.Length; at++)
        {
            if (_text[at] == _text[open])
            {
                return at + 1;
            }

            if (_text[at] is '\n')
            {
                return at;
            }

            _code[at] = Masked.Inside;
            if (_text[at] is '\\' && at + 1 < _text.Length)
            {
                _code[++at] = Masked.Inside;
            }
        }

        return _text.Length;
    }

    private int Template(int open, int depth)
    {
        for (var at = open + 1; at < _text.Length;)
        {
            if (_text[at] is '`')
            {
                return at + 1;
            }

            var isPair = at + 1 < _text.Length && (_text[at] is '\\' || (_text[at] is '$' && _text[at + 1] is '{'));
            var isCode = isPair && _text[at] is '$' && depth < Masked.DeepestNesting;
            at = Fill(at, at + (isPair ? 2 : 1));
            if (isCode && (at = Code(at, depth + 1)) < _text.Length)
            {
                at = Fill(at, at + 1);
            }
        }

        return _text.Length;
    }

    // <p>Don't</p>
    private bool IsApostrophe(int at) => at > 0 && char.IsLetterOrDigit(_text[at - 1]) && !MayBeginExpression(at - 1);

    // Behind a value a slash divides; elsewhere it opens a regular expression.
    private bool MayBeginExpression(int last)
    {
        if (last < 0 || "(,=:[!&|?{};+-*%~^>".Contains(_code[last]))
        {
            return true;
        }

        var from = last + 1;
        while (from > 0 && last - from < 8 && char.IsAsciiLetter(_code[from - 1]))
        {
            from--;
        }

        return BeforeExpression.Contains(_text[from..(last + 1)]);
    }

    private int? EndOfExpression(int open)
    {
        var inClass = false;
        for (var at = open + 1; at < Math.Min(_text.Length, open + LongestExpression) && _text[at] is not '\n'; at++)
        {
            switch (_text[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    return at + 1;
            }
        }

        return null;
    }
}
