namespace Hale.Machine.Environments.Code;

/// <summary>The source files that a started program loads for certain: what is started, and what these import wherever they are loaded.</summary>
internal sealed class StartedFiles
{
    private readonly HashSet<string> _sources;
    private readonly Dictionary<string, List<string>> _byName;
    private readonly Dictionary<string, Reached> _started = [];
    private readonly Queue<string> _left = new();

    private StartedFiles(IReadOnlyCollection<string> sources)
    {
        _sources = [.. sources];
        _byName = sources.GroupBy(NameOf).ToDictionary(same => same.Key, same => same.ToList());
    }

    /// <summary>Follows what is started.</summary>
    /// <param name="sources">The paths of all source files.</param>
    /// <param name="words">What is started.</param>
    /// <param name="imports">What a file imports.</param>
    /// <returns>Each file with <see cref="Reached.AsProgram"/> where it is started itself, and <see cref="Reached.Always"/> where it is only loaded.</returns>
    public static IReadOnlyDictionary<string, Reached> Of(IReadOnlyCollection<string> sources, IEnumerable<StartWord> words, Func<string, IEnumerable<Import>> imports)
    {
        var files = new StartedFiles(sources);
        foreach (var word in words)
        {
            files.Start(word);
        }

        while (files._left.TryDequeue(out var file))
        {
            foreach (var import in imports(file))
            {
                files.Follow(file, import);
            }
        }

        return files._started;
    }

    private void Start(StartWord word)
    {
        if (!word.IsModule)
        {
            if (Named(word) is { } file)
            {
                Add(file, Reached.AsProgram);
            }

            return;
        }

        var path = word.Name.Trim('.').Replace('.', '/');
        string[] endings = word.IsProgram ? [".py", "/__main__.py"] : [".py", "/__init__.py"];
        if (endings.Select(ending => Near(word.From, path + ending) ?? OnlyOne(path + ending)).FirstOrDefault(found => found is not null) is { } module)
        {
            Add(module, word.IsProgram ? Reached.AsProgram : Reached.Always);
            Packages(module, path);
        }
    }

    private void Follow(string file, Import import)
    {
        var from = file[..(file.LastIndexOf('/') + 1)];
        foreach (var path in import.Paths)
        {
            var found = import.Up is { } up ? Exact(Above(from, up), path) : Near(from, path);
            if (found is not null)
            {
                Add(found, Reached.Always);
                Packages(found, path);
            }
        }
    }

    // A package is loaded before what is in it.
    private void Packages(string file, string path)
    {
        var root = file.Length - path.Length > 0 && file.EndsWith(path, StringComparison.Ordinal) ? file.Length - path.Length : 0;
        for (var at = file.LastIndexOf('/'); at > root; at = file.LastIndexOf('/', at - 1))
        {
            if (file[..at] + "/__init__.py" is var package && _sources.Contains(package))
            {
                Add(package, Reached.Always);
            }
        }
    }

    private void Add(string file, Reached how)
    {
        if (!_started.TryGetValue(file, out var before))
        {
            _left.Enqueue(file);
            _started[file] = how;
        }
        else if (how is Reached.AsProgram && before is Reached.Always)
        {
            _started[file] = how;
        }
    }

    // A path in a container has other folders in front than the one in the project.
    private string? Named(StartWord word)
    {
        var parts = word.Name.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not "." and not "..").ToArray();
        for (var skipped = 0; skipped < parts.Length; skipped++)
        {
            var path = string.Join('/', parts[skipped..]);
            if ((Near(word.From, path) ?? OnlyOne(path)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // In the folder itself, in one above it, or in the src of one of these.
    private string? Near(string folder, string path)
    {
        for (var here = folder; ; here = Above(here, 1) ?? "")
        {
            if ((Exact(here, path) ?? Exact(here + "src/", path)) is { } found)
            {
                return found;
            }

            if (here.Length == 0)
            {
                return null;
            }
        }
    }

    private string? Exact(string? folder, string path) => folder is not null && _sources.Contains(folder + path) ? folder + path : null;

    private string? OnlyOne(string path) =>
        _byName.GetValueOrDefault(NameOf(path))?.Where(source => source == path || source.EndsWith("/" + path, StringComparison.Ordinal)).Take(2).ToList() is [var only] ? only : null;

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string? Above(string folder, int levels)
    {
        for (; levels > 0; levels--)
        {
            if (folder.Length == 0)
            {
                return null;
            }

            folder = folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];
        }

        return folder;
    }
}
