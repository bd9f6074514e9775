namespace Hale.Machine.Packages;

/// <summary>Where this machine's own distribution comes from, by the sources of <c>apt</c>.</summary>
/// <param name="Address">The mirror, without a slash at its end.</param>
/// <param name="Keyring">The file of keys that signs it; empty when apt's own trusted keys do.</param>
public sealed record AptSource(string Address, string Keyring)
{
    /// <summary>The source that offers the suite; null when none is configured.</summary>
    public static AptSource? Of(string suite, string root = "/etc/apt")
    {
        var deb822 = Files(Path.Combine(root, "sources.list.d"), ".sources").SelectMany(text => text.Split("\n\n")).Select(text => Stanza(text, suite));
        var lines = Files(Path.Combine(root, "sources.list.d"), ".list").Concat(Files(root, "sources.list"))
            .SelectMany(text => text.Split('\n')).Select(line => Line(line, suite));
        return deb822.Concat(lines).FirstOrDefault(found => found is not null);
    }

    private static AptSource? Stanza(string text, string suite)
    {
        var fields = text.Split('\n')
            .Where(line => line.Contains(':', StringComparison.Ordinal) && line[0] is not ('#' or ' '))
            .Select(line => line.Split(':', 2))
            .GroupBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First()[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return fields.GetValueOrDefault("Suites", "").Split(' ').Contains(suite) && fields.TryGetValue("URIs", out var address)
            ? new(address.Split(' ')[0].TrimEnd('/'), fields.GetValueOrDefault("Signed-By", ""))
            : null;
    }

    // "deb [arch=amd64 signed-by=/usr/share/keyrings/x.gpg] http://deb.debian.org/debian bookworm main"
    private static AptSource? Line(string line, string suite)
    {
        var end = line.IndexOf(']', StringComparison.Ordinal);
        var options = end < 0 ? "" : line[..end];
        var words = (end < 0 ? line : $"deb {line[(end + 1)..]}").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is ["deb", var address, var named, ..] && named == suite
            ? new(address.TrimEnd('/'), options.Split('[', ' ').FirstOrDefault(option => option.StartsWith("signed-by=", StringComparison.Ordinal))?[10..] ?? "")
            : null;
    }

    private static IEnumerable<string> Files(string folder, string ending)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(file => file.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
