namespace Hale.Compose.Builds;

/// <summary>What of a build context is not sent to the builder: the lines of its ignore file, the last that matches deciding.</summary>
internal sealed class IgnoreRules
{
    private readonly IReadOnlyList<IgnorePattern> _patterns;

    private IgnoreRules(IReadOnlyList<IgnorePattern> patterns) => _patterns = patterns;

    /// <summary>The verdict on a context's own folder.</summary>
    public Fate Root => new(false, new bool[_patterns.Count]);

    public static IgnoreRules Parse(string text) => new([.. text.Split('\n').Select(IgnorePattern.Parse).OfType<IgnorePattern>()]);

    /// <summary>The verdict on a path, which depends on that on the folder it is in.</summary>
    /// <param name="path">Relative to the context, with slashes.</param>
    /// <param name="parent">The folder's verdict.</param>
    public Fate Of(string path, Fate parent)
    {
        var matched = new bool[_patterns.Count];
        var ignored = false;
        for (var index = 0; index < matched.Length; index++)
        {
            matched[index] = parent.Matched[index] || _patterns[index].Matches(path);
            if (matched[index])
            {
                ignored = !_patterns[index].BringsBack;
            }
        }

        return new Fate(ignored, matched);
    }

    /// <summary>The line that keeps a path out of the context; null when none does.</summary>
    /// <param name="path">Relative to the context, with slashes.</param>
    public string? DecidingFor(string path)
    {
        var fate = Root;
        for (var end = path.IndexOf('/', StringComparison.Ordinal); ; end = path.IndexOf('/', end + 1))
        {
            fate = Of(end < 0 ? path : path[..end], fate);
            if (end < 0)
            {
                return fate.Ignored ? _patterns[Array.LastIndexOf(fate.Matched, true)].Text : null;
            }
        }
    }

    /// <summary>True when a folder that is ignored may still hold something that is not.</summary>
    public bool MayKeepBelow(string folder) => _patterns.Any(pattern => pattern.BringsBack && pattern.MayMatchBelow(folder));

    /// <summary>Whether a path is ignored, and which patterns it or a folder above it matched.</summary>
    internal sealed record Fate(bool Ignored, bool[] Matched);
}
