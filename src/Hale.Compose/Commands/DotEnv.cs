namespace Hale.Compose.Commands;

/// <summary>The plain values of an environment file; what it computes from other variables is left to Compose.</summary>
internal sealed class DotEnv(string path)
{
    /// <summary>The value of a variable; null when the file or the variable is not there or needs more than reading.</summary>
    public string? Value(string name)
    {
        string? found = null;
        foreach (var line in Lines())
        {
            var entry = line.Trim();
            entry = entry.StartsWith("export ", StringComparison.Ordinal) ? entry[7..].TrimStart() : entry;
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && entry.AsSpan(0, equals).TrimEnd().SequenceEqual(name))
            {
                found = Plain(entry[(equals + 1)..].Trim());
            }
        }

        return found;
    }

    // A link that leads nowhere counts as there, so only reading tells; a pipe has no length, and its reader waits for a writer.
    private string[] Lines()
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > 0 } ? File.ReadAllLines(path) : [];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? Plain(string value)
    {
        if (value.Contains('$', StringComparison.Ordinal))
        {
            return null;
        }

        if (value.Length > 1 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is var end and > 0)
        {
            return value[1..end];
        }

        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }
}
