using Hale.Kernel.Stacks;

namespace Hale.Compose.Commands;

/// <summary>Which Compose files a project has: those given, those that <c>COMPOSE_FILE</c> names, or those that Compose finds by their names.</summary>
internal sealed class ComposeFiles(Project project, Func<string, string?> variable)
{
    private const long LargestFile = 8 << 20;

    /// <summary>The names Compose looks for, in its order.</summary>
    public static IReadOnlyList<string> MainNames { get; } = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>The names of the override file, in Compose's order.</summary>
    public static IReadOnlyList<string> OverrideNames { get; } =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    public string EnvFile => Path.Combine(project.Directory, ".env");

    /// <summary>The files in the order in which Compose merges them, absolute; empty when there are none.</summary>
    public IReadOnlyList<string> Find()
    {
        if (project.Files.Count > 0)
        {
            return project.Files;
        }

        var dotenv = new DotEnv(EnvFile);
        if ((variable("COMPOSE_FILE") ?? dotenv.Value("COMPOSE_FILE")) is { Length: > 0 } named)
        {
            var separator = variable("COMPOSE_PATH_SEPARATOR") ?? dotenv.Value("COMPOSE_PATH_SEPARATOR") ?? Path.PathSeparator.ToString();
            return [.. named.Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(InProject)];
        }

        return FirstOf(MainNames) is not { } main ? [] : FirstOf(OverrideNames) is { } also ? [main, also] : [main];
    }

    /// <summary>The first file that Compose would hang on or choke on, with why. A pipe has no length, and whoever opens one waits for its writer.</summary>
    public (string File, string Says)? Unfit() =>
        TooLarge(EnvFile) is { } large ? (EnvFile, $"the environment file {large}")
        : Find().Select(file => (File: file, Says: Objection(file))).FirstOrDefault(one => one.Says is not null) is { Says: { } says } unfit ? (unfit.File, $"the Compose file {says}")
        : null;

    private static string? Objection(string file) => new FileInfo(file) is { Exists: true, Length: 0 } ? "is empty, or no ordinary file" : TooLarge(file);

    private static string? TooLarge(string file) => new FileInfo(file) is { Exists: true, Length: > LargestFile and var length } ? $"has {length >> 20} MiB; Hale reads at most {LargestFile >> 20}" : null;

    private string? FirstOf(IReadOnlyList<string> names) => names.Select(InProject).FirstOrDefault(File.Exists);

    private string InProject(string path) => Path.GetFullPath(path, project.Directory);
}
