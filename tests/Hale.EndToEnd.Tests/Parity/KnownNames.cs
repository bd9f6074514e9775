using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>Puts names in place of the ids that the engine draws anew for each run, wherever they stand.</summary>
internal sealed partial class KnownNames
{
    private readonly Dictionary<string, string> _names = [];
    private readonly List<string> _anonymousVolumes = [];

    /// <summary>The names of volumes that nobody named.</summary>
    public IReadOnlyList<string> AnonymousVolumes => _anonymousVolumes;

    /// <summary>Learns the names of what is there; what was there earlier keeps its own.</summary>
    public void Meet(JsonArray containers, JsonArray networks)
    {
        foreach (var network in networks.OfType<JsonObject>())
        {
            Learn(Text(network["Id"]), $"<network {Text(network["Name"])}>");
        }

        foreach (var container in containers.OfType<JsonObject>().OrderBy(container => Text(container["Name"]), StringComparer.Ordinal))
        {
            var name = Text(container["Name"]).TrimStart('/');
            Learn(Text(container["Id"]), $"<container {name}>");
            foreach (var mount in container["Mounts"]!.AsArray().Where(mount => LongId().IsMatch(Text(mount?["Name"]))))
            {
                MeetVolume(Text(mount?["Name"]), $"<anonymous {name}:{Text(mount?["Destination"])}>");
            }
        }
    }

    public string In(string text) =>
        ShortId().Replace(LongId().Replace(text, found => _names.GetValueOrDefault(found.Value, found.Value)), found => _names.GetValueOrDefault(found.Value, found.Value));

    public static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private void MeetVolume(string id, string name)
    {
        if (!_names.ContainsKey(id))
        {
            Learn(id, _names.ContainsValue(name) ? $"{name} another" : name);
            _anonymousVolumes.Add(id);
        }
    }

    private void Learn(string id, string name) => _names[id] = _names[id[..12]] = name;

    [GeneratedRegex("(?<!sha256:)(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex LongId();

    [GeneratedRegex("(?<!sha256:)(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])")]
    private static partial Regex ShortId();
}
