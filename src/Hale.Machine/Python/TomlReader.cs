using System.Globalization;
using System.Text;

namespace Hale.Machine.Python;

/// <summary>A TOML file that is not one.</summary>
internal sealed class TomlException(int line) : Exception
{
    public int Line => line;
}

/// <summary>
/// Reads TOML as far as Poetry's files use it: tables as dictionaries, arrays as lists, texts, whole numbers and truth values as
/// themselves, and all else as <see cref="TomlOther"/>.
/// </summary>
internal sealed class TomlReader
{
    private const int DeepestNesting = 64;

    private readonly string _text;
    private readonly SortedDictionary<string, object> _root = new(StringComparer.Ordinal);
    private int _at;
    private int _line = 1;
    private int _depth;

    private TomlReader(string text) => _text = text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <exception cref="TomlException">It cannot be read.</exception>
    public static SortedDictionary<string, object> Read(string text) => new TomlReader(text).Document();

    private bool AtEnd => _at >= _text.Length;

    private char Here => AtEnd ? '\0' : _text[_at];

    private TomlException Broken => new(_line);

    private SortedDictionary<string, object> Document()
    {
        var table = _root;
        for (SkipToContent(); !AtEnd; SkipToContent())
        {
            if (Here == '[')
            {
                table = Header();
            }
            else
            {
                Assign(table);
            }

            SkipBlanks();
            if (Here == '#')
            {
                SkipComment();
            }

            if (!AtEnd && Here != '\n')
            {
                throw Broken;
            }
        }

        return _root;
    }

    private SortedDictionary<string, object> Header()
    {
        Take('[');
        var isList = Here == '[';
        if (isList)
        {
            Take('[');
        }

        var keys = Keys();
        Take(']');
        if (isList)
        {
            Take(']');
        }

        var parent = Down(_root, keys.Take(keys.Count - 1));
        var last = keys[^1];
        if (!isList)
        {
            return Down(parent, [last]);
        }

        if (!parent.TryGetValue(last, out var known))
        {
            parent[last] = known = new List<object>();
        }

        var added = NewTable();
        (known as List<object> ?? throw Broken).Add(added);
        return added;
    }

    private void Assign(SortedDictionary<string, object> table)
    {
        var keys = Keys();
        Take('=');
        SkipBlanks();
        if (!Down(table, keys.Take(keys.Count - 1)).TryAdd(keys[^1], Value()))
        {
            throw Broken;
        }
    }

    private SortedDictionary<string, object> Down(SortedDictionary<string, object> table, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (!table.TryGetValue(key, out var inner))
            {
                table[key] = inner = NewTable();
            }

            table = inner switch
            {
                SortedDictionary<string, object> found => found,
                List<object> list when list is [.., SortedDictionary<string, object> newest] => newest,
                _ => throw Broken,
            };
        }

        return table;
    }

    private List<string> Keys()
    {
        var keys = new List<string>();
        do
        {
            if (keys.Count > 0)
            {
                Take('.');
            }

            SkipBlanks();
            keys.Add(Here is '"' or '\'' ? Text() : Bare());
            SkipBlanks();
        }
        while (Here == '.');

        return keys;
    }

    private string Bare()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Here) || Here is '_' or '-')
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Broken;
    }

    private object Value()
    {
        if (++_depth > DeepestNesting)
        {
            throw Broken;
        }

        object value = Here switch
        {
            '"' or '\'' => Text(),
            '[' => Array(),
            '{' => Inline(),
            _ => Scalar(),
        };
        _depth--;
        return value;
    }

    private List<object> Array()
    {
        var list = new List<object>();
        Take('[');
        for (SkipToContent(); Here != ']'; SkipToContent())
        {
            list.Add(Value());
            SkipToContent();
            if (Here != ']')
            {
                Take(',');
            }
        }

        Take(']');
        return list;
    }

    private SortedDictionary<string, object> Inline()
    {
        var table = NewTable();
        Take('{');
        for (SkipBlanks(); Here != '}'; SkipBlanks())
        {
            Assign(table);
            SkipBlanks();
            if (Here != '}')
            {
                Take(',');
            }
        }

        Take('}');
        return table;
    }

    private object Scalar()
    {
        var start = _at;
        while (!AtEnd && Here is not (',' or ']' or '}' or '#' or '\n'))
        {
            _at++;
        }

        var word = _text[start.._at].Trim();
        return word switch
        {
            "true" => true,
            "false" => false,
            "" => throw Broken,
            _ when long.TryParse(word.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ when char.IsAsciiDigit(word.TrimStart('+', '-').FirstOrDefault()) || word.TrimStart('+', '-') is "inf" or "nan" => new TomlOther(word),
            _ => throw Broken,
        };
    }

    private string Text()
    {
        var quote = Here;
        var fence = new string(quote, 3);
        var isLong = string.CompareOrdinal(_text, _at, fence, 0, 3) == 0;
        _at += isLong ? 3 : 1;
        if (isLong && Here == '\n')
        {
            Next();
        }

        var said = new StringBuilder();
        while (isLong ? string.CompareOrdinal(_text, _at, fence, 0, 3) != 0 : Here != quote)
        {
            if (AtEnd || (!isLong && Here == '\n'))
            {
                throw Broken;
            }

            if (Here == '\\' && quote == '"')
            {
                Escape(said);
            }
            else
            {
                said.Append(Next());
            }
        }

        _at += isLong ? 3 : 1;
        while (isLong && Here == quote)
        {
            said.Append(Next());
        }

        return said.ToString();
    }

    private void Escape(StringBuilder said)
    {
        Next();
        var sign = AtEnd ? throw Broken : Next();
        switch (sign)
        {
            case 'u' or 'U':
                var length = sign == 'u' ? 4 : 8;
                if (_at + length > _text.Length || !int.TryParse(_text.AsSpan(_at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
                {
                    throw Broken;
                }

                said.Append(new Rune(code).ToString());
                _at += length;
                break;
            case '\n' or ' ' or '\t':
                while (!AtEnd && char.IsWhiteSpace(Here))
                {
                    Next();
                }

                break;
            default:
                said.Append(sign switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', '"' => '"', '\\' => '\\', 'e' => '\u001b', _ => throw Broken });
                break;
        }
    }

    private char Next()
    {
        var sign = _text[_at++];
        _line += sign == '\n' ? 1 : 0;
        return sign;
    }

    private void Take(char sign)
    {
        if (Here != sign)
        {
            throw Broken;
        }

        _at++;
    }

    private void SkipBlanks()
    {
        while (Here is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipComment()
    {
        while (!AtEnd && Here != '\n')
        {
            _at++;
        }
    }

    private void SkipToContent()
    {
        while (!AtEnd && (char.IsWhiteSpace(Here) || Here == '#'))
        {
            if (Here == '#')
            {
                SkipComment();
            }
            else
            {
                Next();
            }
        }
    }

    private static SortedDictionary<string, object> NewTable() => new(StringComparer.Ordinal);
}

/// <summary>A date or a broken number, as it is written.</summary>
internal sealed record TomlOther(string Written);
