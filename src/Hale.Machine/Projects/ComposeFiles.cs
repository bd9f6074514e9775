using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>Finds a project's Compose files where Compose itself would look.</summary>
internal static class ComposeFiles
{
    private const int MostElsewhere = 5;

    private static readonly string[] Names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    private static readonly string[] OverrideNames =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    private static readonly string[] NotLookedInto = ["node_modules", "vendor", "bin", "obj"];

    /// <summary>The files in force that are there, absolute.</summary>
    public static IReadOnlyList<string> Of(Project project)
    {
        if (project.Files.Count > 0)
        {
            return [.. project.Files.Where(File.Exists)];
        }

        if (Named(project) is { Length: > 0 } named)
        {
            return [.. named.Select(name => Path.GetFullPath(name, project.Directory)).Where(File.Exists)];
        }

        for (var folder = project.Directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (In(folder, Names) is { } found)
            {
                return In(folder, OverrideNames) is { } more ? [found, more] : [found];
            }
        }

        return [];
    }

    /// <summary>What is meant as a Compose file and is none, as it was named.</summary>
    public static IReadOnlyList<string> NotFiles(Project project)
    {
        var given = project.Files.Count > 0 ? project.Files : Named(project) ?? [];
        return given.Count > 0
            ? [.. given.Where(name => !File.Exists(Path.GetFullPath(name, project.Directory)))]
            : [.. Names.Where(name => Directory.Exists(Path.Combine(project.Directory, name)))];
    }

    /// <summary>Folders up to two levels below that hold a Compose file, relative to the project.</summary>
    public static IReadOnlyList<string> Below(Project project) =>
        [.. Folders(project.Directory).Where(folder => In(folder, Names) is not null).Select(folder => Path.GetRelativePath(project.Directory, folder)).Take(MostElsewhere)];

    private static IEnumerable<string> Folders(string top)
    {
        try
        {
            var first = Directory.EnumerateDirectories(top).Where(IsLookedInto).Order(StringComparer.Ordinal).ToList();
            return first.Concat(first.SelectMany(folder => Directory.EnumerateDirectories(folder).Where(IsLookedInto).Order(StringComparer.Ordinal)));
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsLookedInto(string folder) => Path.GetFileName(folder) is var name && name[0] != '.' && !NotLookedInto.Contains(name);

    private static string? In(string folder, string[] names) => names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    // COMPOSE_FILE counts in the environment and in the project's .env alike.
    private static string[]? Named(Project project)
    {
        var list = Environment.GetEnvironmentVariable("COMPOSE_FILE") ?? InDotEnv(project, "COMPOSE_FILE=");
        var separator = Environment.GetEnvironmentVariable("COMPOSE_PATH_SEPARATOR") is { Length: > 0 } given ? given : $"{Path.PathSeparator}";
        return list?.Split(separator, StringSplitOptions.RemoveEmptyEntries);
    }

    private static string? InDotEnv(Project project, string key)
    {
        var lines = HandWritten.TextIfAny(Path.Combine(project.Directory, ".env")).Split('\n');
        return lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim().Trim('"', '\'');
    }
}
