using Hale.Kernel.Faults;

namespace Hale.Machine.Python;

/// <summary>What a <c>pyproject.toml</c> says to Poetry.</summary>
internal sealed class PyprojectFacts
{
    private readonly SortedDictionary<string, object> _toml;
    private readonly SortedDictionary<string, object> _standard;
    private readonly SortedDictionary<string, object> _own;

    private PyprojectFacts(SortedDictionary<string, object> toml)
    {
        _toml = toml;
        _standard = Table(toml, "project");
        _own = Table(Table(toml, "tool"), "poetry");
    }

    /// <summary>Null when the file is not one of Poetry's.</summary>
    /// <exception cref="TomlException">It cannot be read.</exception>
    public static PyprojectFacts? Read(string text, bool hasLock)
    {
        var facts = new PyprojectFacts(TomlReader.Read(text));
        var backend = Table(facts._toml, "build-system").GetValueOrDefault("build-backend") as string ?? "";
        return facts._own.Count > 0 || hasLock || backend.Contains("poetry", StringComparison.Ordinal) ? facts : null;
    }

    /// <summary>A table in a table; an empty one when there is none.</summary>
    public static SortedDictionary<string, object> Table(SortedDictionary<string, object> table, string key) =>
        table.GetValueOrDefault(key) as SortedDictionary<string, object> ?? new(StringComparer.Ordinal);

    public PoetryProject Into(PoetryProject seen, string folder)
    {
        var paths = Dependencies().Select(PathOf).OfType<string>().Distinct().ToList();
        return seen with
        {
            Python = _standard.GetValueOrDefault("requires-python") as string ?? Table(_own, "dependencies").GetValueOrDefault("python") as string,
            PackageMode = _own.GetValueOrDefault("package-mode") is not false,
            HashNow = ContentHash.Of(_toml),
            OnlyStandard = _standard.Count > 0 && !_own.ContainsKey("name"),
            Paths = paths,
            MissingPaths = [.. paths.Where(path => !Path.Exists(Path.Combine(folder, path)))],
            Groups = [.. Groups().Keys.Concat(Table(_toml, "dependency-groups").Keys).Concat(_own.ContainsKey("dev-dependencies") ? ["dev"] : []).Distinct()],
        };
    }

    private SortedDictionary<string, object> Groups() => Table(_own, "group");

    private IEnumerable<object> Dependencies() =>
    [
        .. Table(_own, "dependencies").Values,
        .. Table(_own, "dev-dependencies").Values,
        .. Groups().Values.OfType<SortedDictionary<string, object>>().SelectMany(group => Table(group, "dependencies").Values),
    ];

    private static string? PathOf(object dependency) => (dependency as SortedDictionary<string, object>)?.GetValueOrDefault("path") as string;
}
