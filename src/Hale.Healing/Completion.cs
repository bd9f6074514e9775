using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Hale.Healing;

/// <summary>
/// Fills in, as empty, what a file does not hold and its type cannot be without: a file may be older than the property. The compiler's own
/// deserialiser would leave nothing there (dotnet/runtime#58770), whatever the property begins with.
/// </summary>
internal static class Completion
{
    public static void Fill(JsonNode? node, JsonTypeInfo type)
    {
        switch (node)
        {
            case JsonObject thing when type.Kind is JsonTypeInfoKind.Object:
                FillObject(thing, type);
                break;
            case JsonObject map when type.Kind is JsonTypeInfoKind.Dictionary && type.ElementType is { } value:
                foreach (var (_, one) in map)
                {
                    Fill(one, type.Options.GetTypeInfo(value));
                }

                break;
            case JsonArray list when type.ElementType is { } element:
                foreach (var one in list)
                {
                    Fill(one, type.Options.GetTypeInfo(element));
                }

                break;
        }
    }

    private static void FillObject(JsonObject thing, JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var inner = type.Options.GetTypeInfo(property.PropertyType);
            if (thing[property.Name] is null && !property.IsSetNullable && Empty(inner) is { } empty)
            {
                thing[property.Name] = empty;
            }

            Fill(thing[property.Name], inner);
        }
    }

    private static JsonNode? Empty(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Enumerable => new JsonArray(),
        JsonTypeInfoKind.Dictionary or JsonTypeInfoKind.Object => new JsonObject(),
        _ => type.Type == typeof(string) ? JsonValue.Create("") : null,
    };
}
