namespace Hale.Machine.Changes;

/// <summary>Says in names what is not as it was between two times of a stack.</summary>
internal static class Differences
{
    private const int MostNames = 5;

    public static IReadOnlyList<string> Between(Ingredients before, Ingredients now, IReadOnlyCollection<string> composeFiles)
    {
        var model = now.Parts.Count == 0 ? [] : ModelParts(before.Parts, now.Parts);
        var files = Names(before.Files, now.Files).ToList();
        var compose = files.Where(file => composeFiles.Contains(file.Name)).ToList();
        return
        [
            .. compose.Select((file, at) => $"{file.Name} {file.How}{(at == 0 && model.Count > 0 ? $" ({string.Join("; ", model)})" : "")}"),
            .. compose.Count == 0 && model.Count > 0 ? (string[])[$"what Compose makes of its files changed ({string.Join("; ", model)})"] : [],
            .. before.Variables.Keys.Union(now.Variables.Keys).Order(StringComparer.Ordinal).Select(file => Variables(file, before, now)).OfType<string>(),
            .. files.Where(file => !composeFiles.Contains(file.Name)).Select(file => $"{file.Name} {file.How}"),
            .. now.Images.Where(image => before.Images.TryGetValue(image.Key, out var id) && id != image.Value).Select(image => $"the image {image.Key} is another one"),
            .. before.Head != now.Head && now.Head is { } head ? (string[])[$"Git is at {head}{(before.Head is { } old ? $", it was at {old}" : "")}"] : [],
        ];
    }

    // The keys of parts are "api image": a service and a setting of it.
    private static List<string> ModelParts(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
    [
        .. Names(before, now).GroupBy(part => part.Name.Split(' ')[0], part => Said(part.Name[(part.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..], part.How))
            .Select(service => $"service {service.Key}: {Few(service)}"),
    ];

    private static string Said(string name, string how) => how == "changed" ? name : $"{name} {how}";

    private static string? Variables(string file, Ingredients before, Ingredients now)
    {
        if (!now.Variables.TryGetValue(file, out var present))
        {
            return $"{file} is gone";
        }

        if (!before.Variables.TryGetValue(file, out var old))
        {
            return $"{file} is new";
        }

        var names = Names(old, present).Select(variable => Said(variable.Name, variable.How)).ToList();
        return names.Count == 0 ? null : $"{file} changed ({Few(names)})";
    }

    private static IEnumerable<(string Name, string How)> Names(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        from name in before.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
        let was = before.GetValueOrDefault(name)
        let @is = now.GetValueOrDefault(name)
        where was != @is
        select (name, was is null ? "is new" : @is is null ? "is gone" : "changed");

    private static string Few(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostNames)) + (all.Count > MostNames ? $" and {all.Count - MostNames} more" : "");
    }
}
