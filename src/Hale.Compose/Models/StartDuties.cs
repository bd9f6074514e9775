using System.Text.Json;

namespace Hale.Compose.Models;

/// <summary>What Compose itself does when it starts or stops a service, beyond what it has put into the container at its creation.</summary>
internal static class StartDuties
{
    /// <summary>Features that Compose carries out at start or stop, and what it does for each.</summary>
    private static readonly (string Key, string Why)[] Features =
    [
        ("provider", "a provider program, run by Compose, stands in for its containers"),
        ("pre_start", "Compose runs its pre_start hooks before it starts"),
        ("post_start", "Compose runs its post_start hooks after each start"),
        ("pre_stop", "Compose runs its pre_stop hooks before it stops"),
        ("models", "Compose starts the models it uses"),
        ("use_api_socket", "Compose copies the engine's credentials into it at each start"),
    ];

    /// <summary>Why only Compose may start and stop the service; null when it need not.</summary>
    public static string? Of(JsonElement service, JsonElement root)
    {
        foreach (var (key, why) in Features)
        {
            if (service.HasItems(key) || service.Flag(key))
            {
                return why;
            }
        }

        return CopiedIn(service, root, "secrets", "secret") ?? CopiedIn(service, root, "configs", "config");
    }

    private static string? CopiedIn(JsonElement service, JsonElement root, string kind, string word)
    {
        foreach (var name in service.Items(kind).Select(reference => reference.Text("source")).OfType<string>())
        {
            if (root.Member(kind)?.Member(name) is { } definition && (definition.Member("environment") ?? definition.Member("content")) is not null)
            {
                var source = definition.Member("environment") is null ? "the Compose file" : "the environment";
                return $"Compose copies the {word} '{name}' from {source} into it at each start";
            }
        }

        return null;
    }
}
