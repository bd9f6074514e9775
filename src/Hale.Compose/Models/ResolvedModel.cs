using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>The model as Hale works with it, and digests of what it leaves out.</summary>
/// <param name="Stack">The model.</param>
/// <param name="Identity">A digest of all that Compose resolved, environment included: equal identities make equal containers.</param>
/// <param name="Builds">For each service that is built, a digest of its build section, arguments included.</param>
internal sealed record ResolvedModel(Stack Stack, string Identity, IReadOnlyDictionary<string, string> Builds)
{
    private const int ShortDigest = 4;

    /// <summary>What Compose warned of.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Short digests of each service's settings, and of each of its variables, such as <c>api image</c> and <c>api environment DB_HOST</c>.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <param name="json">What <c>docker compose config --format json</c> printed.</param>
    /// <param name="tools">What identifies the Compose that printed it, since another version may create other containers.</param>
    public static ResolvedModel Of(string json, string tools)
    {
        using var document = JsonDocument.Parse(json);
        var builds = document.RootElement.Members("services")
            .Where(service => service.Value.Member("build") is not null)
            .ToDictionary(service => service.Name, service => Digest(service.Value.Member("build").GetValueOrDefault().GetRawText()));
        return new ResolvedModel(StackReader.Read(json), Digest(tools + '\n' + json), builds) { Parts = PartsOf(document.RootElement) };
    }

    private static Dictionary<string, string> PartsOf(JsonElement model)
    {
        var parts = new Dictionary<string, string>();
        foreach (var service in model.Members("services"))
        {
            foreach (var setting in service.Value.EnumerateObject())
            {
                var inner = setting is { Name: "environment", Value.ValueKind: JsonValueKind.Object } ? setting.Value.EnumerateObject().ToList() : [];
                inner.ForEach(variable => parts[$"{service.Name} {setting.Name} {variable.Name}"] = Short(variable.Value));
                if (inner.Count == 0)
                {
                    parts[$"{service.Name} {setting.Name}"] = Short(setting.Value);
                }
            }
        }

        return parts;
    }

    // Too few signs to try values against.
    private static string Short(JsonElement value) => Digest(value.GetRawText())[..ShortDigest];

    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
