using System.Text.Json;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Machine.Probes;

/// <summary>Reads Docker's settings file for what can stand in the way; logins are not looked at.</summary>
internal static class SettingsFile
{
    public static DockerSettings Read(string folder, Func<string, string?> variable, ICommandRunner runner)
    {
        var settings = new DockerSettings { BuildKitOff = variable("DOCKER_BUILDKIT") is "0" or "false", ApiVersion = variable("DOCKER_API_VERSION") };
        var file = Path.Combine(folder, "config.json");
        try
        {
            if (!File.Exists(file))
            {
                return settings;
            }

            settings = settings with { File = file };
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return settings with { MissingHelpers = [.. Helpers(document.RootElement).Select(name => $"docker-credential-{name}").Distinct().Where(program => runner.Find(program) is null)] };
        }
        catch (JsonException broken)
        {
            return settings with { BrokenAt = (int)(broken.LineNumber ?? 0) + 1 };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return settings;
        }
    }

    // {"credsStore": "desktop", "credHelpers": {"registry.example.com": "ecr-login"}}
    private static IEnumerable<string> Helpers(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            yield break;
        }

        if (root.TryGetProperty("credsStore", out var store) && store.GetString() is { Length: > 0 } name)
        {
            yield return name;
        }

        if (root.TryGetProperty("credHelpers", out var helpers) && helpers.ValueKind is JsonValueKind.Object)
        {
            foreach (var helper in helpers.EnumerateObject().Select(helper => helper.Value.GetString()).OfType<string>())
            {
                yield return helper;
            }
        }
    }
}
