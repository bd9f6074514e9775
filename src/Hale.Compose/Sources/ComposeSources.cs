namespace Hale.Compose.Sources;

/// <summary>
/// The files that a project's model is made of, found by their keys alone and generously: a file that is named without need
/// costs a look at it, one that is overlooked would cost a stale model.
/// </summary>
internal sealed class ComposeSources
{
    // More would not be a project that a person keeps together.
    private const int MostFiles = 500;

    private readonly string _folder;
    private readonly List<YamlFile> _files = [];
    private readonly HashSet<string> _paths = [];

    private ComposeSources(string folder) => _folder = folder;

    /// <summary>The Compose files and the YAML files they name, as far as they could be read.</summary>
    public IReadOnlyList<YamlFile> Files => _files;

    /// <summary>Every path that the model may depend on, whether or not there is something.</summary>
    public IReadOnlyCollection<string> Paths => _paths;

    /// <summary>False when something was named that cannot be followed here, such as an address or a path with a variable.</summary>
    public bool AreAllKnown { get; private set; } = true;

    public static ComposeSources Of(string folder, IReadOnlyList<string> composeFiles)
    {
        var sources = new ComposeSources(folder);
        foreach (var file in composeFiles)
        {
            sources.Follow(file);
        }

        return sources;
    }

    private void Follow(string path)
    {
        if (!_paths.Add(path))
        {
            return;
        }

        if (_paths.Count > MostFiles)
        {
            AreAllKnown = false;
            return;
        }

        // Compose reads the .env file beside an included file, too.
        var home = Path.GetDirectoryName(path) ?? _folder;
        _paths.Add(Path.Combine(home, ".env"));
        if (YamlFile.Read(path) is not { } file)
        {
            return;
        }

        _files.Add(file);
        FollowIncludes(file.Root.Find("include"), home);
        foreach (var node in file.Root.All())
        {
            switch (node.Key)
            {
                case "extends" when node.Find("file")?.Value is { } extended:
                    Name(extended, home, Follow);
                    break;
                case "env_file" or "label_file":
                    NameAll(node, home);
                    break;
            }
        }

        FollowCopied(file.Root.Find("secrets"), home);
        FollowCopied(file.Root.Find("configs"), home);
    }

    /// <summary>Only the content of these files goes into the containers, so a path that cannot be told here is no reason for doubt.</summary>
    private void FollowCopied(YamlNode? kind, string home)
    {
        foreach (var named in (kind?.Entries ?? []).Select(entry => entry.Find("file")?.Value).OfType<string>().Where(IsPlain))
        {
            Name(named, home, path => _paths.Add(path));
        }
    }

    private void FollowIncludes(YamlNode? include, string home)
    {
        foreach (var entry in include?.Entries ?? [])
        {
            foreach (var part in entry.Value is null ? entry.Entries : [entry])
            {
                switch (part.Key)
                {
                    case "env_file":
                        NameAll(part, home);
                        break;
                    case "project_directory" when part.Value is { } folder:
                        Name(folder, home, path => _paths.Add(Path.Combine(path, ".env")));
                        break;
                    default:
                        part.All().Select(node => node.Value).OfType<string>().ToList().ForEach(path => Name(path, home, Follow));
                        break;
                }
            }
        }
    }

    private void NameAll(YamlNode node, string home) =>
        node.All().Select(part => part.Value).OfType<string>().ToList().ForEach(path => Name(path, home, also => _paths.Add(also)));

    /// <summary>Does something with a path that a file names: relative to that file or to the project, which of the two depends on where it stands.</summary>
    private void Name(string name, string home, Action<string> use)
    {
        if (!IsPlain(name))
        {
            AreAllKnown = false;
            return;
        }

        foreach (var folder in new[] { home, _folder }.Distinct())
        {
            use(Path.GetFullPath(name, folder));
        }
    }

    /// <summary>False for an address, and for a path that depends on a variable or on who asks.</summary>
    private static bool IsPlain(string name) =>
        !name.Contains('$', StringComparison.Ordinal)
        && !name.Contains("://", StringComparison.Ordinal)
        && !name.Contains('\0', StringComparison.Ordinal)
        && !name.StartsWith('~')
        && !name.StartsWith("git@", StringComparison.Ordinal)
        && !name.StartsWith("github.com/", StringComparison.Ordinal);
}
