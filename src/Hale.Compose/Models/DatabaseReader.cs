using System.Text.Json;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Reads what the project says under <c>x-hale: database:</c>, and objects to what cannot be meant.</summary>
internal static class DatabaseReader
{
    private const string Section = "x-hale.database";
    private const string Seed = $"{Section}.seed";
    private const string Forms = "a list of files of the project, such as db/seed.sql, or a mapping with 'service' and 'command'";

    private static readonly string[] Keys = ["seed"];
    private static readonly string[] SeedKeys = ["service", "command"];
    private static readonly string[] Endings = [".sql", ".sql.gz"];

    /// <summary>The wishes in the settings; null when they say nothing of databases.</summary>
    public static DatabaseWishes? Read(JsonElement settings) => settings.Member("database")?.Member("seed") is not { } seed
        ? null
        : new DatabaseWishes
        {
            SeedFiles = seed.ValueKind is JsonValueKind.Array ? [.. seed.EnumerateArray().Select(file => file.AsText() ?? "")] : [],
            SeedCommand = [.. seed.Texts("command")],
            SeedService = seed.Text("service"),
        };

    /// <summary>What is wrong, with the dotted path of where; null when nothing is.</summary>
    public static (string Path, string Says)? Objection(JsonElement root)
    {
        if (root.Member("x-hale")?.Member("database") is not { } section)
        {
            return null;
        }

        if (section.ValueKind is not JsonValueKind.Object)
        {
            return (Section, $"{Section} must be a mapping; it may have {string.Join(", ", Keys)}");
        }

        if (UnknownKey(section, Keys) is { } unknown)
        {
            return ($"{Section}.{unknown}", $"{Section} has the key '{unknown}'; allowed are {string.Join(", ", Keys)}");
        }

        return section.Member("seed") switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } files => FilesObjection(files),
            { ValueKind: JsonValueKind.Object } command => CommandObjection(command, root),
            _ => (Seed, $"{Seed} must be {Forms}"),
        };
    }

    private static (string Path, string Says)? FilesObjection(JsonElement files) => files.GetArrayLength() == 0
        ? (Seed, $"{Seed} is empty; it must be {Forms}")
        : files.EnumerateArray().Select((file, at) => file.ValueKind is JsonValueKind.String && IsFile(file.GetString()!)
                ? ((string, string)?)null
                : ($"{Seed}.{at}", $"{Seed}[{at}] is '{file}'; it must be a file of the project that ends in {string.Join(" or ", Endings)}, relative to the project's folder"))
            .FirstOrDefault(wrong => wrong is not null);

    private static (string Path, string Says)? CommandObjection(JsonElement seed, JsonElement root)
    {
        if (UnknownKey(seed, SeedKeys) is { } unknown)
        {
            return ($"{Seed}.{unknown}", $"{Seed} has the key '{unknown}'; allowed are {string.Join(", ", SeedKeys)}");
        }

        if (seed.Member("service") is not { ValueKind: JsonValueKind.String } service)
        {
            return ($"{Seed}.service", $"{Seed} needs 'service', the name of the service in which the command runs");
        }

        if (root.Member("services")?.Member(service.GetString()!) is null)
        {
            return ($"{Seed}.service", $"{Seed}.service names the service '{service}', which there is not");
        }

        return seed.Member("command") is { ValueKind: JsonValueKind.Array } command && command.GetArrayLength() > 0 && command.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String)
            ? null
            : ($"{Seed}.command", $"{Seed} needs 'command', a list of texts: a program and its arguments");
    }

    private static string? UnknownKey(JsonElement mapping, string[] known) =>
        mapping.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !known.Contains(name));

    private static bool IsFile(string path) =>
        Endings.Any(ending => path.Length > ending.Length && path.EndsWith(ending, StringComparison.Ordinal))
        && !path.Any(char.IsControl) && !Path.IsPathRooted(path) && !path.Split('/').Contains("..");
}
