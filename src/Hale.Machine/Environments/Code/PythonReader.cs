using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>Finds the environment variables that a Python file reads.</summary>
internal sealed partial class PythonReader
{
    private readonly Masked _masked;
    private readonly PythonLines _lines;
    private readonly HashSet<string> _environments = ["os.environ"];
    private readonly HashSet<string> _getters = ["os.getenv"];
    private readonly List<(string Name, int At, Reached Needs)> _reads = [];
    private readonly HashSet<string> _sets = [];

    private PythonReader(string text)
    {
        _masked = PythonMask.Of(text);
        _lines = PythonLines.Of(_masked.Code);
        Named();
    }

    public static SourceReads Read(string text)
    {
        if (!text.Contains("environ", StringComparison.Ordinal) && !text.Contains("getenv", StringComparison.Ordinal) && !text.Contains("BaseSettings", StringComparison.Ordinal))
        {
            return SourceReads.None;
        }

        var reader = new PythonReader(text);
        reader.Subscripts();
        reader.Calls();
        reader._reads.AddRange(PythonSettings.Fields(reader._masked, reader._lines));
        return new SourceReads
        {
            Reads = [.. reader._reads.OrderBy(read => read.At).Take(SourceReads.Most).Select(reader.Told)],
            Sets = reader._sets,
            SetsOthers = reader.SetsOthers(),
        };
    }

    // from os import environ as env, getenv      import os as system
    private void Named()
    {
        foreach (var name in FromOs().Matches(_masked.Code).SelectMany(line => Imported().Matches(line.Groups["names"].Value)))
        {
            var local = name.Groups["as"] is { Success: true } other ? other.Value : name.Groups["name"].Value;
            _ = name.Groups["name"].Value is "environ" ? _environments.Add(local) : _getters.Add(local);
        }

        foreach (var module in OsAs().Matches(_masked.Code).Select(found => found.Groups["as"].Value))
        {
            _environments.Add($"{module}.environ");
            _getters.Add($"{module}.getenv");
        }

        // A server hands its applications something else by that name.
        _environments.RemoveWhere(name => Parameters().Matches(_masked.Code).Any(found => found.Groups["names"].Value.Split(',', ':', '=').Any(part => part.Trim() == name)));
    }

    private void Subscripts()
    {
        foreach (Match found in Subscript().Matches(_masked.Code))
        {
            if (NameOf(found) is not { } name || !_environments.Contains(Plain(found.Groups["of"].Value)))
            {
                continue;
            }

            var end = found.Index + found.Length;
            if (_masked.IsAssignedAt(end))
            {
                _sets.Add(name);
            }
            else
            {
                _reads.Add((name, found.Index, _lines.At(found.Index)));
            }
        }
    }

    private void Calls()
    {
        foreach (Match found in Call().Matches(_masked.Code))
        {
            if (NameOf(found) is not { } name)
            {
                continue;
            }

            var called = Plain(found.Groups["of"].Value);
            var (owner, method) = called.LastIndexOf('.') is var dot and > 0 ? (called[..dot], called[(dot + 1)..]) : ("", called);
            if (_getters.Contains(called) || (_environments.Contains(owner) && method is "get" or "pop"))
            {
                _reads.Add((name, found.Index, Reached.Perhaps));
            }
            else if ((_environments.Contains(owner) && method is "setdefault") || called is "os.putenv")
            {
                _sets.Add(name);
            }
        }

        foreach (Match found in Test().Matches(_masked.Code))
        {
            if (NameOf(found) is { } name && _environments.Contains(Plain(found.Groups["of"].Value)))
            {
                _reads.Add((name, found.Index, Reached.Perhaps));
            }
        }
    }

    private bool SetsOthers() =>
        Setting().Matches(_masked.Code).Any(found => _environments.Contains(Plain(found.Groups["of"].Value))) ||
        Computed().Matches(_masked.Code).Any(found => _environments.Contains(Plain(found.Groups["of"].Value)) && _masked.IsAssignedAt(found.Index + found.Length));

    // A file that has the name elsewhere too may see to it there.
    private NameRead Told((string Name, int At, Reached Needs) read)
    {
        var elsewhere = read.Needs is not Reached.Perhaps && (_sets.Contains(read.Name) || _reads.Exists(other => other.Name == read.Name && other.Needs is Reached.Perhaps) || Mentions(read.Name) > _reads.Count(other => other.Name == read.Name));
        return new NameRead(read.Name, _masked.LineOf(read.At), elsewhere ? Reached.Perhaps : read.Needs);
    }

    private int Mentions(string name)
    {
        var count = 0;
        for (var at = _masked.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = _masked.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            var quoted = at > 0 && end < _masked.Text.Length && _masked.Code[at - 1] is '"' or '\'' && _masked.Code[at] is Masked.Inside && _masked.Code[end] == _masked.Code[at - 1];
            count += quoted ? 1 : 0;
        }

        return count;
    }

    private string? NameOf(Match found)
    {
        var name = _masked.Text.Substring(found.Groups["name"].Index, found.Groups["name"].Length);
        return VariableName().IsMatch(name) ? name : null;
    }

    private static string Plain(string dotted) => string.Concat(dotted.Where(letter => !char.IsWhiteSpace(letter)));

    // os.environ["X"]
    [GeneratedRegex("""(?<![\w.])(?<of>(?>[A-Za-z_]\w*(?:\s?\.\s?[A-Za-z_]\w*)*))\s?\[\s*[rRuU]?(?<quote>["'])(?<name>\u0001+)\k<quote>\s*\]""")]
    private static partial Regex Subscript();

    // os.environ.get("X", …), os.getenv("X")
    [GeneratedRegex("""(?<![\w.])(?<of>(?>[A-Za-z_]\w*(?:\s?\.\s?[A-Za-z_]\w*)*))\s?\(\s*(?:key\s*=\s*)?[rRuU]?(?<quote>["'])(?<name>\u0001+)\k<quote>\s*[,)]""")]
    private static partial Regex Call();

    // "X" in os.environ
    [GeneratedRegex("""(?<quote>["'])(?<name>\u0001+)\k<quote>\s+(?:not\s+)?in\s+(?<of>(?>[A-Za-z_]\w*(?:\s?\.\s?[A-Za-z_]\w*)*))""")]
    private static partial Regex Test();

    // os.environ.update(…), os.environ |= …, os.environ = …
    [GeneratedRegex(@"(?<![\w.])(?<of>(?>[A-Za-z_]\w*)(?:\s?\.\s?(?>[A-Za-z_]\w*))*?)(?:\s?\.\s?(?:update|setdefault|__setitem__)\s?\((?!\s*[""'])|\s*\|?=(?!=))")]
    private static partial Regex Setting();

    // os.environ[name] = …
    [GeneratedRegex("""(?<![\w.])(?<of>(?>[A-Za-z_]\w*(?:\s?\.\s?[A-Za-z_]\w*)*))\s?\[(?!\s*[rRuU]?["']\u0001+["']\s*\])[^\]\n]{0,200}\]""")]
    private static partial Regex Computed();

    [GeneratedRegex(@"^[ \t]*from[ \t]+os[ \t]+import[ \t]*(?<names>\([^)]{0,500}\)|[^\n]{0,500})", RegexOptions.Multiline)]
    private static partial Regex FromOs();

    [GeneratedRegex(@"\b(?<name>environ|getenv)\b(?:\s+as\s+(?<as>\w+))?")]
    private static partial Regex Imported();

    [GeneratedRegex(@"^[ \t]*import[ \t]+os[ \t]+as[ \t]+(?<as>\w+)", RegexOptions.Multiline)]
    private static partial Regex OsAs();

    [GeneratedRegex(@"\bdef\s+\w+\s*\((?<names>[^)]{0,2000})\)|\blambda\s(?<names>[^:]{0,200}):")]
    private static partial Regex Parameters();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex VariableName();
}
