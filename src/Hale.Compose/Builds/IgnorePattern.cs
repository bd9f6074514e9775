namespace Hale.Compose.Builds;

/// <summary>One line of a <c>.dockerignore</c> file. Unlike in a shell, <c>**</c> matches across folders.</summary>
internal sealed class IgnorePattern
{
    private readonly string _pattern;
    private readonly string _plainStart;

    private IgnorePattern(string pattern, bool bringsBack)
    {
        _pattern = pattern;
        BringsBack = bringsBack;
        var wild = pattern.AsSpan().IndexOfAny("*?[\\");
        _plainStart = wild < 0 ? pattern : pattern[..wild];
    }

    /// <summary>What it matches, as it is written but for empty parts.</summary>
    public string Text => _pattern;

    /// <summary>True for a line that begins with <c>!</c>: what it matches is not ignored after all.</summary>
    public bool BringsBack { get; }

    /// <summary>Reads a line; null when it says nothing.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var text = line.Trim().TrimStart('\uFEFF');
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        var bringsBack = text[0] == '!';
        var cleaned = Clean(bringsBack ? text[1..].Trim() : text);
        return cleaned.Length == 0 ? null : new IgnorePattern(cleaned, bringsBack);
    }

    public bool Matches(ReadOnlySpan<char> path) => Matches(_pattern, path);

    /// <summary>True when something inside the folder might match.</summary>
    public bool MayMatchBelow(string folder) =>
        _plainStart.Length < _pattern.Length
            ? _plainStart.StartsWith(folder + "/", StringComparison.Ordinal) || (folder + "/").StartsWith(_plainStart, StringComparison.Ordinal)
            : _pattern.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Takes out empty parts, <c>.</c>, and <c>..</c> with the part before it.</summary>
    private static string Clean(string pattern)
    {
        var parts = new List<string>();
        foreach (var part in pattern.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        while (pattern.Length > 0)
        {
            if (pattern[0] == '*')
            {
                return pattern.StartsWith("**") ? MatchesAcross(pattern.TrimStart('*'), path) : MatchesWithin(pattern[1..], path);
            }

            var taken = path.Length == 0 ? 0 : LettersMatching(pattern, path[0]);
            if (taken == 0)
            {
                return false;
            }

            pattern = pattern[taken..];
            path = path[1..];
        }

        return path.Length == 0;
    }

    /// <summary>How many characters of the pattern stand for this one letter; 0 when they do not match it.</summary>
    private static int LettersMatching(ReadOnlySpan<char> pattern, char letter) => pattern[0] switch
    {
        '?' => letter == '/' ? 0 : 1,
        '[' when pattern.IndexOf(']') is var end and > 1 => letter != '/' && IsIn(pattern[1..end], letter) ? end + 1 : 0,
        '\\' when pattern.Length > 1 => letter == pattern[1] ? 2 : 0,
        var plain => letter == plain ? 1 : 0,
    };

    /// <summary>After <c>**</c>: anything at all; with a slash behind it, any number of folders.</summary>
    private static bool MatchesAcross(ReadOnlySpan<char> rest, ReadOnlySpan<char> path)
    {
        if (rest.Length == 0)
        {
            return true;
        }

        var byFolder = rest[0] == '/';
        rest = byFolder ? rest[1..] : rest;
        for (var start = 0; start <= path.Length; start++)
        {
            if ((!byFolder || start == 0 || path[start - 1] == '/') && Matches(rest, path[start..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MatchesWithin(ReadOnlySpan<char> rest, ReadOnlySpan<char> path)
    {
        for (var start = 0; start <= path.Length; start++)
        {
            if (Matches(rest, path[start..]))
            {
                return true;
            }

            if (start < path.Length && path[start] == '/')
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsIn(ReadOnlySpan<char> set, char letter)
    {
        var inverted = set[0] == '^';
        set = inverted ? set[1..] : set;
        var found = false;
        for (var at = 0; at < set.Length; at++)
        {
            var last = at + 2 < set.Length && set[at + 1] == '-' ? set[at + 2] : set[at];
            found |= letter >= set[at] && letter <= last;
            at += last == set[at] ? 0 : 2;
        }

        return found != inverted;
    }
}
