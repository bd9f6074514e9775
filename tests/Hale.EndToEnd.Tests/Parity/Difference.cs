using System.Text.Json.Nodes;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>Compares two JSON trees and names every place where they differ.</summary>
internal static class Difference
{
    public static IReadOnlyList<string> Between(JsonNode? first, JsonNode? second)
    {
        List<string> found = [];
        Compare("", first, second, found);
        return found;
    }

    private static void Compare(string path, JsonNode? first, JsonNode? second, List<string> found)
    {
        switch (first, second)
        {
            case (JsonObject left, JsonObject right):
                CompareObjects(path, left, right, found);
                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var place = 0; place < left.Count; place++)
                {
                    Compare($"{path}[{place}]", left[place], right[place], found);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(first, second))
                {
                    found.Add($"{path}: {Shown(first)} | {Shown(second)}");
                }

                break;
        }
    }

    private static void CompareObjects(string path, JsonObject left, JsonObject right, List<string> found)
    {
        foreach (var key in left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key)).Order(StringComparer.Ordinal))
        {
            var here = path.Length == 0 ? key : $"{path} / {key}";
            var isLeft = left.TryGetPropertyValue(key, out var first);
            var isRight = right.TryGetPropertyValue(key, out var second);
            if (isLeft && isRight)
            {
                Compare(here, first, second, found);
            }
            else
            {
                found.Add(isLeft ? $"{here}: {Shown(first)} | not there" : $"{here}: not there | {Shown(second)}");
            }
        }
    }

    private static string Shown(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 200), "…");
    }
}
