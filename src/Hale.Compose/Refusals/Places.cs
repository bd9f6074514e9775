using System.Text.RegularExpressions;
using Hale.Compose.Sources;

namespace Hale.Compose.Refusals;

/// <summary>A line of a file; no line when the file as a whole is meant.</summary>
internal sealed record Place(string File, int? Line);

/// <summary>Finds in a project's files what Compose's messages speak of.</summary>
internal sealed partial class Places(ComposeSources sources)
{
    /// <summary>The line of a dotted path, or of as much of it as there is.</summary>
    public Place? OfPath(string path, string? file)
    {
        var found = sources.Files
            .Where(candidate => file is null || candidate.Path == file)
            .Select(candidate => (candidate.Path, Node: candidate.Root.Follow(path)))
            .Where(hit => hit.Node.Key is not null && path.EndsWith(hit.Node.Key, StringComparison.Ordinal))
            .ToList();
        return found.Count > 0 ? new Place(found[^1].Path, found[^1].Node.Line) : Outer(path, file);
    }

    public Place? OfKeyAt(int line, string key) =>
        sources.Files.FirstOrDefault(file => file.Root.All().Any(node => node.Key == key && node.Line == line)) is { } file
            ? new Place(file.Path, line)
            : OnlyFile(line);

    /// <summary>The project's file as a whole; null when there are several and any could be meant.</summary>
    public Place? OfWhole() => OnlyFile(null);

    /// <summary>Where reading stops. Compose may say the line where the block around it begins, so the later one is the nearer.</summary>
    public Place? OfBrokenYaml(int? said) =>
        sources.Files.FirstOrDefault(file => file.BrokenLine is not null) is { } broken
            ? new Place(broken.Path, Math.Max(broken.BrokenLine ?? 1, said ?? 1))
            : OnlyFile(said);

    /// <summary>The line that names a file that could not be read, or the file itself when no line does.</summary>
    public Place OfFileName(string missing)
    {
        foreach (var file in sources.Files)
        {
            var home = Path.GetDirectoryName(file.Path) ?? "/";
            var naming = file.Root.All().FirstOrDefault(node =>
                node.Value is { Length: > 0 } name
                && !name.Contains('\0', StringComparison.Ordinal)
                && Path.GetFileName(name) == Path.GetFileName(missing)
                && (Path.GetFullPath(name, home) == missing || missing.EndsWith("/" + name.TrimStart('.', '/'), StringComparison.Ordinal)));
            if (naming is not null)
            {
                return new Place(file.Path, naming.Line);
            }
        }

        return new Place(missing, null);
    }

    /// <summary>Within a service, the line of the last word of the message that stands there, or else the service's own.</summary>
    public Place? OfNameIn(string service, string words)
    {
        foreach (var file in sources.Files.Reverse())
        {
            var node = file.Root.Follow(service);
            if (!service.EndsWith("." + node.Key, StringComparison.Ordinal))
            {
                continue;
            }

            var mentioned = Words().Matches(words).Select(match => match.Value).Reverse();
            var hit = mentioned
                .Select(word => node.All().Skip(1).FirstOrDefault(part => part.Key == word || part.Value == word))
                .FirstOrDefault(part => part is not null);
            return new Place(file.Path, (hit ?? node).Line);
        }

        return null;
    }

    /// <summary>The line of the one value that holds the word; null when several do.</summary>
    public Place? OfOnlyMention(string word)
    {
        var mentions = sources.Files
            .SelectMany(file => file.Root.All().Where(node => node.Value?.Contains(word, StringComparison.Ordinal) ?? false).Select(node => new Place(file.Path, node.Line)))
            .Distinct()
            .Take(2)
            .ToList();
        return mentions.Count == 1 ? mentions[0] : null;
    }

    private Place? Outer(string path, string? file)
    {
        var deepest = sources.Files
            .Where(candidate => file is null || candidate.Path == file)
            .Select(candidate => (candidate.Path, Node: candidate.Root.Follow(path)))
            .Where(hit => hit.Node.Key is not null)
            .MaxBy(hit => hit.Node.Line);
        return deepest.Path is not null ? new Place(deepest.Path, deepest.Node.Line) : file is null ? null : new Place(file, null);
    }

    private Place? OnlyFile(int? line) => sources.Files.Count == 1 ? new Place(sources.Files[0].Path, line) : null;

    [GeneratedRegex("[A-Za-z0-9._/-]+")]
    private static partial Regex Words();
}
