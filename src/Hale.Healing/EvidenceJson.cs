using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Healing;

/// <summary>Evidence as a file: what <c>hale troubleshoot --save</c> writes, what <c>--from</c> reads, and what the tests of the faults are.</summary>
public static class EvidenceJson
{
    private static readonly JsonSerializerOptions Readable = new(EvidenceContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes evidence; what was never asked is left out, and each text passes <paramref name="redact"/> first.</summary>
    public static string Write(Evidence evidence, Func<string, string> redact)
    {
        var tree = JsonSerializer.SerializeToNode(evidence, EvidenceContext.Default.Evidence)!.AsObject();
        foreach (var name in tree.Where(reading => reading.Value is JsonObject { Count: 0 }).Select(reading => reading.Key).ToList())
        {
            tree.Remove(name);
        }

        Redact(tree, redact);
        return tree.ToJsonString(Readable) + "\n";
    }

    /// <exception cref="JsonException">It is no evidence.</exception>
    public static Evidence Read(string text)
    {
        var tree = JsonNode.Parse(text);
        if (tree is JsonObject thing && !thing.Any(member => member.Value is JsonObject && EvidenceContext.Default.Evidence.Properties.Any(reading => reading.Name == member.Key)))
        {
            throw new JsonException("it holds no reading");
        }

        Completion.Fill(tree, EvidenceContext.Default.Evidence);
        return tree.Deserialize(EvidenceContext.Default.Evidence) ?? throw new JsonException("it is empty");
    }

    private static void Redact(JsonNode? node, Func<string, string> redact)
    {
        switch (node)
        {
            case JsonObject thing:
                foreach (var (name, value) in thing.ToList())
                {
                    if (Redacted(value, redact) is { } clean)
                    {
                        thing[name] = clean;
                    }
                }

                break;
            case JsonArray list:
                for (var at = 0; at < list.Count; at++)
                {
                    if (Redacted(list[at], redact) is { } clean)
                    {
                        list[at] = clean;
                    }
                }

                break;
        }
    }

    private static JsonValue? Redacted(JsonNode? value, Func<string, string> redact)
    {
        if (value is JsonValue leaf && leaf.TryGetValue<string>(out var text))
        {
            var clean = redact(text);
            return clean == text ? null : JsonValue.Create(clean);
        }

        Redact(value, redact);
        return null;
    }
}

/// <summary>The serialiser of evidence, written by the compiler.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true,
    Converters =
    [
        typeof(CamelCase<RegistryAnswerKind>), typeof(CamelCase<EngineRefusal>), typeof(CamelCase<PackageSourceKind>), typeof(CamelCase<DependencyCondition>),
        typeof(CamelCase<ContainerState>), typeof(CamelCase<HealthVerdict>), typeof(CamelCase<LockState>),
        typeof(CamelCase<NpmLockState>),
    ])]
[JsonSerializable(typeof(Evidence))]
internal sealed partial class EvidenceContext : JsonSerializerContext;

/// <summary>Writes the names of an enumeration as every other name in the file.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
