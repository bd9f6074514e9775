namespace Hale.Machine.Environments.Code;

/// <summary>Tells Python's code from its comments and texts (docs.python.org/3/reference/lexical_analysis.html).</summary>
internal sealed class PythonMask
{
    private readonly string _text;
    private readonly char[] _code;

    private PythonMask(string text) => (_text, _code) = (text, text.ToCharArray());

    public static Masked Of(string text)
    {
        var mask = new PythonMask(text);
        mask.Outer();
        return new Masked(text, new string(mask._code));
    }

    private void Outer()
    {
        for (var at = 0; _text.AsSpan(at).IndexOfAny('#', '"', '\'') is var next and >= 0;)
        {
            at += next;
            at = _text[at] is '#' ? Comment(at) : Quoted(at, 0);
        }
    }

    private int Comment(int at)
    {
        for (; at < _text.Length && _text[at] is not '\n'; at++)
        {
            _code[at] = ' ';
        }

        return at;
    }

    // "…", '''…''', f"… {code} …"; returns the place behind it. A text in plain quotes ends with its line at the latest.
    private int Quoted(int open, int depth)
    {
        var quote = _text[open];
        var isTriple = open + 2 < _text.Length && _text[open + 1] == quote && _text[open + 2] == quote;
        var isFormatted = depth < Masked.DeepestNesting && IsFormatted(open);
        for (var at = open + (isTriple ? 3 : 1); at < _text.Length;)
        {
            if (_text[at] == quote && (!isTriple || (at + 2 < _text.Length && _text[at + 1] == quote && _text[at + 2] == quote)))
            {
                return at + (isTriple ? 3 : 1);
            }

            if (_text[at] is '\n' && !isTriple)
            {
                return at;
            }

            var isPair = at + 1 < _text.Length && (_text[at] is '\\' || (isFormatted && _text[at] is '{' && _text[at + 1] is '{'));
            var isCode = isFormatted && !isPair && _text[at] is '{';
            _code[at] = Masked.Inside;
            if (isPair)
            {
                _code[at + 1] = Masked.Inside;
            }

            at = isCode ? Within(at + 1, depth + 1, isTriple) : at + (isPair ? 2 : 1);
        }

        return _text.Length;
    }

    // The code of a formatted text, up to its closing brace; what stands behind a colon says how the value is written.
    private int Within(int at, int depth, bool overLines)
    {
        var open = 0;
        while (at < _text.Length && (overLines || _text[at] is not '\n'))
        {
            switch (_text[at])
            {
                case '"' or '\'':
                    at = Quoted(at, depth);
                    continue;
                case '(' or '[' or '{':
                    open++;
                    break;
                case '}' or ':' when open == 0:
                    return at;
                case ')' or ']' or '}':
                    open--;
                    break;
                case '\n':
                    _code[at] = ' ';
                    break;
            }

            at++;
        }

        return at;
    }

    private bool IsFormatted(int open)
    {
        var from = open;
        while (from > 0 && open - from < 3 && char.IsAsciiLetter(_text[from - 1]))
        {
            from--;
        }

        return open - from is 1 or 2 && (from == 0 || !char.IsLetterOrDigit(_text[from - 1])) && _text.AsSpan(from, open - from).IndexOfAny("fFtT") >= 0;
    }
}
