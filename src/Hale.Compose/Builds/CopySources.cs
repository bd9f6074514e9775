namespace Hale.Compose.Builds;

/// <summary>Reads which files of the build context a Dockerfile's <c>COPY</c> and <c>ADD</c> name.</summary>
internal static class CopySources
{
    /// <summary>Each with the line of its instruction; not those of another stage, of an address, with a variable, or written inline.</summary>
    public static IEnumerable<(int Line, string Source)> In(string dockerfile)
    {
        foreach (var (line, text) in Instructions.In(dockerfile))
        {
            foreach (var source in SourcesOf(text))
            {
                yield return (line, source);
            }
        }
    }

    private static IEnumerable<string> SourcesOf(string instruction)
    {
        var words = instruction.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || words[0].ToUpperInvariant() is not ("COPY" or "ADD") || instruction.Contains("<<", StringComparison.Ordinal))
        {
            return [];
        }

        var flags = words.Skip(1).TakeWhile(word => word.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (flags.Exists(flag => flag.StartsWith("--from", StringComparison.Ordinal)))
        {
            return [];
        }

        // COPY ["one", "two", "/target/"] is the same with blanks in names.
        var rest = string.Join(' ', words.Skip(1 + flags.Count));
        var names = rest.StartsWith('[') ? [.. rest.Trim('[', ']').Split(',').Select(name => name.Trim().Trim('"'))] : rest.Split(' ');
        return names.SkipLast(1).Where(name => name.Length > 0 && !name.Contains("://", StringComparison.Ordinal) && name.IndexOfAny(['$', '*', '?', '[']) < 0);
    }
}
