using System.Text;
using System.Text.Json;
using Hale.Compose.Models;

namespace Hale.Compose.Builds;

/// <summary>
/// A Compose document of nothing but builds, for <c>docker buildx bake</c>, which alone says step by step what BuildKit does.
/// It is made of the canonical model as Compose printed it, so that doubled dollar signs stay doubled.
/// </summary>
internal sealed record BakeDocument(string Text, IReadOnlyList<string> Services, IReadOnlyList<string> OnlyComposeBuilds)
{
    // What bake carries out as Compose does. It reads a document with any other setting without a word and leaves the setting out
    // (network, ssh, extra_hosts, platforms, pull, no_cache with buildx 0.13), so a service that has one is built by Compose itself.
    private static readonly HashSet<string> Known =
        ["context", "dockerfile", "dockerfile_inline", "args", "target", "labels", "cache_from", "cache_to", "additional_contexts", "secrets", "tags"];

    /// <summary>Makes the document for the services asked for; those that have no build are left out.</summary>
    public static BakeDocument Make(string model, IReadOnlyList<string> services, string composeVersion)
    {
        using var document = JsonDocument.Parse(model);
        var root = document.RootElement;
        var built = root.Members("services").Where(service => services.Contains(service.Name) && service.Value.Member("build") is not null).ToList();
        var fit = built.Where(service => BakeCan(service.Value, root)).ToList();
        return new BakeDocument(
            Write(root, fit, composeVersion),
            [.. fit.Select(service => service.Name)],
            [.. built.Except(fit).Select(service => service.Name)]);
    }

    private static bool BakeCan(JsonElement service, JsonElement root) =>
        service.Member("build") is { } build
        && service.Text("platform") is null
        && service.Member("provider") is null
        && build.EnumerateObject().All(setting => Known.Contains(setting.Name) || setting.Name.StartsWith("x-", StringComparison.Ordinal))
        && !build.Members("additional_contexts").Any(context => context.Value.AsText()?.StartsWith("service:", StringComparison.Ordinal) ?? true)
        && build.Items("secrets").All(secret => IsAtHand(secret.Text("source"), root));

    /// <summary>True when bake finds the secret where Compose does: a variable may come from <c>.env</c>, which bake does not read.</summary>
    private static bool IsAtHand(string? secret, JsonElement root) =>
        secret is not null
        && root.Member("secrets")?.Member(secret) is { } definition
        && (definition.Text("file") is not null
            || (definition.Text("environment") is { } variable && Environment.GetEnvironmentVariable(variable) is not null));

    private static string Write(JsonElement root, List<JsonProperty> services, string composeVersion)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("services");
            foreach (var service in services)
            {
                WriteService(json, service, root.Text("name") ?? "", composeVersion);
            }

            json.WriteEndObject();
            if (root.Member("secrets") is { } secrets)
            {
                json.WritePropertyName("secrets");
                secrets.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteService(Utf8JsonWriter json, JsonProperty service, string project, string composeVersion)
    {
        json.WriteStartObject(service.Name);
        var image = service.Value.Text("image") ?? $"{project}-{service.Name}";
        json.WriteString("image", image);
        json.WriteStartObject("build");
        var build = service.Value.Member("build").GetValueOrDefault();
        foreach (var setting in build.EnumerateObject().Where(setting => Known.Contains(setting.Name) && setting.Name is not ("labels" or "tags")))
        {
            setting.WriteTo(json);
        }

        // Where there are tags, bake takes them in the image's place.
        json.WriteStartArray("tags");
        foreach (var tag in build.Texts("tags").Prepend(image).Distinct())
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();

        json.WriteStartObject("labels");
        foreach (var label in build.Members("labels"))
        {
            label.WriteTo(json);
        }

        json.WriteString("com.docker.compose.project", project);
        json.WriteString("com.docker.compose.service", service.Name);
        json.WriteString("com.docker.compose.version", composeVersion);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
