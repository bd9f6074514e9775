using System.Text.Json;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>One of the projects under <c>tests/parity</c>, and what its optional <c>parity.json</c> says about running it.</summary>
public sealed record ParityProject
{
    public static string Root { get; } = Path.Combine(Repository.Root, "tests", "parity");

    public required string Name { get; init; }

    /// <summary>Where the project is written; it runs from a copy.</summary>
    public required string Source { get; init; }

    /// <summary>What it needs; null when any Compose will do.</summary>
    public ParityRequirement? Requires { get; init; }

    /// <summary>The Compose project name.</summary>
    public required string Project { get; init; }

    /// <summary>True when Compose is to wait for health; its <c>--wait</c> fails when a one-shot ends.</summary>
    public bool Wait { get; init; } = true;

    /// <summary>The containers that end by themselves.</summary>
    public IReadOnlyList<string> End { get; init; } = [];

    /// <summary>Files to read inside containers, by container.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Read { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Files to read in volumes after the stack is down, by volume.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Left { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Variables that both tools get.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What is there before either tool runs.</summary>
    public ParityExternals External { get; init; } = new([], []);

    /// <summary>The folder with files that are laid over the project before a second start; null when it has none.</summary>
    public string? Then => Directory.Exists(Path.Combine(Source, "then")) ? Path.Combine(Source, "then") : null;

    /// <summary>All projects, or those that <c>PARITY_ONLY</c> lists with commas.</summary>
    public static IReadOnlyList<string> Names { get; } =
        System.Environment.GetEnvironmentVariable("PARITY_ONLY") is { Length: > 0 } only
            ? only.Split(',')
            : [.. Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static ParityProject Load(string name)
    {
        var source = Path.Combine(Root, name);
        var file = Path.Combine(source, "parity.json");
        var said = File.Exists(file)
            ? JsonSerializer.Deserialize<Said>(File.ReadAllText(file), JsonSerializerOptions.Web)!
            : new Said();
        return new ParityProject
        {
            Name = name,
            Source = source,
            Requires = said.Requires,
            Project = said.Project ?? $"parity-{name}",
            Wait = said.Wait ?? true,
            End = said.End ?? [],
            Read = said.Read ?? [],
            Left = said.Left ?? [],
            Environment = said.Environment ?? [],
            External = said.External ?? new([], []),
        };
    }

    /// <summary>Copies the project to where it runs: the same folder for both tools, fresh for each.</summary>
    public string Lay()
    {
        var folder = Path.Combine(Path.GetTempPath(), "hale-parity", $"parity-{Name}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Copy(Source, folder);
        return folder;
    }

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(file => Path.GetFileName(file) != "parity.json"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) != "then"))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private sealed record Said
    {
        public ParityRequirement? Requires { get; init; }

        public string? Project { get; init; }

        public bool? Wait { get; init; }

        public IReadOnlyList<string>? End { get; init; }

        public Dictionary<string, IReadOnlyList<string>>? Read { get; init; }

        public Dictionary<string, IReadOnlyList<string>>? Left { get; init; }

        public Dictionary<string, string>? Environment { get; init; }

        public ParityExternals? External { get; init; }
    }
}

/// <summary>What a project needs to be run at all.</summary>
/// <param name="Compose">The first Compose that knows its features.</param>
/// <param name="Because">Which feature that is.</param>
public sealed record ParityRequirement(string Compose, string Because);

/// <summary>Networks and volumes that belong to nobody's stack.</summary>
public sealed record ParityExternals(IReadOnlyList<string> Networks, IReadOnlyList<string> Volumes);
