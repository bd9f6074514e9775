using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>Finds the environment variables that a Python file reads.</summary>
internal sealed partial class PythonReader
{
    // Of the text before a name no more is looked at.
    private const int MostBefore = 300;

    private readonly Masked _masked;
    private readonly Lazy<PythonLines> _lines;
    private readonly HashSet<string> _environments = ["os.environ"];
    private readonly HashSet<string> _getters = ["os.getenv"];
    private readonly List<(string Name, int At, Reached Needs)> _reads = [];
    private readonly HashSet<string> _sets = [];
    private bool _setsOthers;

    private PythonReader(string text)
    {
        _masked = PythonMask.Of(text);
        _lines = new(() => PythonLines.Of(_masked.Code));
        Named();
    }

    public static SourceReads Read(string text)
    {
        if (!text.Contains("environ", StringComparison.Ordinal) && !text.Contains("getenv", StringComparison.Ordinal) && !text.Contains("BaseSettings", StringComparison.Ordinal))
        {
            return SourceReads.None;
        }

        var reader = new PythonReader(text);
        foreach (var name in reader._environments)
        {
            reader.Environment(name);
        }

        foreach (var name in reader._getters)
        {
            reader.Getter(name);
        }

        reader._reads.AddRange(PythonSettings.Fields(reader._masked, reader._lines));
        return new SourceReads { Reads = reader.Told(), Sets = reader._sets, SetsOthers = reader._setsOthers };
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
        if (_environments.Any(name => !name.Contains('.', StringComparison.Ordinal)))
        {
            var parameters = Parameters().Matches(_masked.Code).SelectMany(found => found.Groups["names"].Value.Split(',', ':', '=')).Select(part => part.Trim()).ToHashSet();
            _environments.ExceptWith(parameters);
        }
    }

    private void Environment(string environment)
    {
        foreach (var (start, end) in Places(environment))
        {
            if (Subscript().Match(_masked.Code, end) is { Success: true } found)
            {
                Subscripted(found, start);
            }
            else if (Method().Match(_masked.Code, end) is { Success: true } method)
            {
                Called(method, start);
            }
            else if (_masked.IsAssignedAt(end))
            {
                _setsOthers = true;
            }

            // "X" in os.environ
            var from = Math.Max(0, start - MostBefore);
            if (Tested().Match(_masked.Code[from..start]) is { Success: true } tested && NameAt(from + tested.Groups["name"].Index, tested.Groups["name"].Length) is { } name)
            {
                _reads.Add((name, from + tested.Index, Reached.Perhaps));
            }
        }
    }

    private void Subscripted(Match found, int start)
    {
        var isAssigned = _masked.IsAssignedAt(found.Index + found.Length);
        if (NameOf(found) is not { } name)
        {
            _setsOthers |= isAssigned && !found.Groups["name"].Success;
        }
        else if (isAssigned)
        {
            _sets.Add(name);
        }
        else
        {
            _reads.Add((name, start, _lines.Value.At(start)));
        }
    }

    private void Called(Match found, int start)
    {
        var name = NameOf(found);
        switch (found.Groups["method"].Value)
        {
            case "get" or "pop" when name is not null:
                _reads.Add((name, start, Reached.Perhaps));
                break;
            case "setdefault" when name is not null:
                _sets.Add(name);
                break;
            case "setdefault" or "update" or "__setitem__":
                _setsOthers = true;
                break;
        }
    }

    private void Getter(string getter)
    {
        foreach (var (start, end) in Places(getter))
        {
            if (Argument().Match(_masked.Code, end) is { Success: true } found && NameOf(found) is { } name)
            {
                _reads.Add((name, start, Reached.Perhaps));
            }
        }
    }

    private IEnumerable<(int Start, int End)> Places(string name)
    {
        for (var at = _masked.Code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = _masked.Code.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !(IsOfName(_masked.Code[at - 1]) || _masked.Code[at - 1] is '.')) && (end == _masked.Code.Length || !IsOfName(_masked.Code[end])))
            {
                yield return (at, end);
            }
        }
    }

    private static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '_';

    // A file that has the name elsewhere too may see to it there.
    private List<NameRead> Told()
    {
        var counts = _reads.CountBy(read => read.Name).ToDictionary();
        var open = _reads.Where(read => read.Needs is Reached.Perhaps).Select(read => read.Name).Concat(_sets).ToHashSet();
        open.UnionWith(counts.Keys.Except(open).Where(name => Mentions(name) > counts[name]).ToList());
        return [.. _reads.OrderBy(read => read.At).Take(SourceReads.Most).Select(read => new NameRead(read.Name, _masked.LineOf(read.At), open.Contains(read.Name) ? Reached.Perhaps : read.Needs))];
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

    private string? NameOf(Match found) => found.Groups["name"] is { Success: true } name ? NameAt(name.Index, name.Length) : null;

    private string? NameAt(int at, int length) => VariableName().IsMatch(_masked.Text.AsSpan(at, length)) ? _masked.Text.Substring(at, length) : null;

    // ["X"]; without a name, [name]
    [GeneratedRegex("""\G\s?\[(?:\s*[rRuU]?(?<quote>["'])(?<name>\u0001+)\k<quote>\s*\]|[^\]\n]{0,200}\])""")]
    private static partial Regex Subscript();

    // .get("X", …); without a name, .update(…)
    [GeneratedRegex("""\G\s?\.\s?(?<method>\w+)\s?\((?:\s*(?:key\s?=\s?)?[rRuU]?(?<quote>["'])(?<name>\u0001+)\k<quote>\s*[,)])?""")]
    private static partial Regex Method();

    // ("X", …)
    [GeneratedRegex("""\G\s?\(\s*(?:key\s?=\s?)?[rRuU]?(?<quote>["'])(?<name>\u0001+)\k<quote>\s*[,)]""")]
    private static partial Regex Argument();

    // "X" in, "X" not in
    [GeneratedRegex("""(?<quote>["'])(?<name>\u0001+)\k<quote>\s+(?:not\s+)?in\s+$""")]
    private static partial Regex Tested();

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
