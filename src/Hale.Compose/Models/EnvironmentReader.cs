using System.Text.Json;

namespace Hale.Compose.Models;

/// <summary>Reads the environment of each service out of Compose's model.</summary>
internal static class EnvironmentReader
{
    /// <summary>The variables that have a value: one without is taken from whoever runs Compose, and is left out where nobody has it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Members("services").ToDictionary(
            service => service.Name,
            service => (IReadOnlyDictionary<string, string>)service.Value.Members("environment")
                .Where(variable => variable.Value.ValueKind is not JsonValueKind.Null)
                .ToDictionary(variable => variable.Name, variable => Unescaped(variable.Value.AsText() ?? "")));
    }

    /// <summary>The variables of all services and the arguments of all builds, one after the other.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. from service in document.RootElement.Members("services")
               from variable in service.Value.Members("environment").Concat(service.Value.Member("build")?.Members("args") ?? [])
               let value = variable.Value.AsText()
               where value is not null
               select KeyValuePair.Create(variable.Name, Unescaped(value)),
        ];
    }

    /// <summary>One setting of a service; null where it has none.</summary>
    public static string? Setting(string json, string service, IReadOnlyList<string> path)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement? at = document.RootElement.Member("services")?.Member(service);
        foreach (var key in path)
        {
            at = at is { ValueKind: JsonValueKind.Object } section ? section.Member(key) : null;
        }

        return at?.AsText() is { } text ? Unescaped(text) : null;
    }

    // Compose writes its model so that it could be read again: each $ is doubled.
    private static string Unescaped(string value) => value.Replace("$$", "$", StringComparison.Ordinal);
}
