using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Keeps under <c>.hale/cache</c> which containers Compose made of which model.</summary>
/// <param name="folder">Where it is kept.</param>
/// <param name="identity">The identity of the model that was resolved last; null when there is none yet.</param>
internal sealed class CreatedState(IStateFolder folder, Func<string?> identity) : ICreatedState
{
    private const string FileName = "cache/created.json";

    private CreatedContainers? _known;

    public IReadOnlySet<string> Completed => Known.Completed.ToHashSet();

    private CreatedContainers Known => _known ??= Load();

    public bool IsCurrent(Stack stack, IReadOnlyList<Container> containers, IReadOnlyDictionary<string, string> images)
    {
        if (identity() is not { } model || model != Known.Model)
        {
            return false;
        }

        var names = stack.Services.Select(service => service.Name).ToHashSet();
        return MarksOf(containers, names).SequenceEqual(Known.Containers) && images.All(image => Known.Images.GetValueOrDefault(image.Key) == image.Value);
    }

    public void Remember(
        Stack stack, IReadOnlyList<Container> containers, IReadOnlyDictionary<string, string> images, IReadOnlyCollection<string> completed)
    {
        if (identity() is not { } model)
        {
            return;
        }

        var names = stack.Services.Select(service => service.Name).ToHashSet();
        _known = new CreatedContainers(model, [.. MarksOf(containers, names)], [.. completed.Order(StringComparer.Ordinal)], images);
        folder.TryWrite(FileName, JsonSerializer.Serialize(_known, CreatedJson.Default.CreatedContainers));
    }

    /// <summary>One line a container of the stack, in an order of their own.</summary>
    private static IEnumerable<string> MarksOf(IReadOnlyList<Container> containers, HashSet<string> services) =>
        containers
            .Where(container => !container.OneOff && services.Contains(container.Service))
            .Select(container => $"{container.Service} {container.Number} {container.ConfigHash} {container.ImageId}")
            .Order(StringComparer.Ordinal);

    private CreatedContainers Load()
    {
        try
        {
            return (folder.ReadKept(FileName) is { } text ? JsonSerializer.Deserialize(text, CreatedJson.Default.CreatedContainers) : null)
                ?? CreatedContainers.None;
        }
        catch (JsonException)
        {
            return CreatedContainers.None;
        }
    }
}

/// <summary>The containers that Compose made of a model.</summary>
internal sealed record CreatedContainers(string Model, IReadOnlyList<string> Containers, IReadOnlyList<string> Completed, IReadOnlyDictionary<string, string> Images)
{
    public static CreatedContainers None { get; } = new("", [], [], new Dictionary<string, string>());
}

/// <summary>How they are kept.</summary>
[JsonSerializable(typeof(CreatedContainers))]
internal sealed partial class CreatedJson : JsonSerializerContext;
