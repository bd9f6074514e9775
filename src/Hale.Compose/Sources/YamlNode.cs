namespace Hale.Compose.Sources;

/// <summary>A piece of a YAML file with the line it begins on: a scalar, or a mapping or list with its entries.</summary>
/// <param name="Key">Its key in a mapping; null in a list and at the root.</param>
/// <param name="Line">The line of the key, or of the value where there is no key; counted from 1.</param>
/// <param name="Value">The text of a scalar; null otherwise.</param>
/// <param name="Entries">What is in it.</param>
internal sealed record YamlNode(string? Key, int Line, string? Value, IReadOnlyList<YamlNode> Entries)
{
    // A file of a few lines may unfold, by aliases of aliases, into millions of nodes.
    private const int MostNodes = 100_000;

    /// <summary>The entry of that key, in the mapping itself or in what it merges with <c>&lt;&lt;</c>.</summary>
    public YamlNode? Find(string key) =>
        Entries.LastOrDefault(entry => entry.Key == key)
        ?? Entries.Where(entry => entry.Key == "<<").Select(merged => merged.Find(key)).FirstOrDefault(found => found is not null);

    /// <summary>This node and all below it, outermost first, at most as many as a person could have meant.</summary>
    public IEnumerable<YamlNode> All()
    {
        var left = new Stack<YamlNode>([this]);
        for (var count = 0; count < MostNodes && left.TryPop(out var node); count++)
        {
            yield return node;
            foreach (var entry in node.Entries.Reverse())
            {
                left.Push(entry);
            }
        }
    }

    /// <summary>The deepest node that a dotted path such as <c>services.web.ports.0</c> leads to. Keys may hold dots themselves.</summary>
    public YamlNode Follow(string path)
    {
        var node = this;
        var left = path;
        while (left.Length > 0)
        {
            var next = node.Entries
                .Where(entry => entry.Key is { Length: > 0 } key && (left == key || left.StartsWith(key + ".", StringComparison.Ordinal)))
                .MaxBy(entry => entry.Key?.Length);
            if (next is null && int.TryParse(left.Split('.')[0], out var index) && index >= 0 && index < node.Entries.Count)
            {
                next = node.Entries[index] with { Key = left.Split('.')[0] };
            }

            if (next?.Key is not { } found)
            {
                break;
            }

            node = next;
            left = left.Length > found.Length ? left[(found.Length + 1)..] : "";
        }

        return node;
    }
}
