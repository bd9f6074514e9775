using System.Globalization;
using System.Text.Json;

namespace Hale.Compose.Models;

/// <summary>Reads JSON that other programs' versions shape differently: what is not there, or is not of the kind asked for, is null or nothing.</summary>
internal static class JsonReading
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var found)
        && found.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? found
            : null;

    public static string? Text(this JsonElement element, string name) => element.Member(name) is { } found ? found.AsText() : null;

    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    public static bool Flag(this JsonElement element, string name) => element.Text(name) is "true";

    public static int? Number(this JsonElement element, string name) =>
        int.TryParse(element.Text(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element.Items(name).Select(AsText).OfType<string>();

    public static bool HasItems(this JsonElement element, string name) => element.Items(name).Any() || element.Members(name).Any();
}
