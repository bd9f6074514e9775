using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Changes;

/// <summary>Keeps what the stack was made of when it was last healthy, so that a later failure can be held against it.</summary>
public sealed class HealthyFile(Project project, IStateFolder folder, TimeProvider clock)
{
    private const string FileName = "cache/healthy.json";

    /// <summary>True when the stack was healthy in this checkout.</summary>
    internal static bool IsThere(Project project) => File.Exists(new StateFolder(project).PathOf(FileName));

    /// <summary>Keeps it, after a run that ended healthy.</summary>
    /// <param name="stack">The model.</param>
    /// <param name="parts">Digests of the parts of the model, by their names.</param>
    /// <param name="images">The ids of the images, by their names.</param>
    public void Remember(Stack stack, IReadOnlyDictionary<string, string> parts, IReadOnlyDictionary<string, string> images)
    {
        var key = Read()?.Key ?? Guid.NewGuid().ToString("N");
        var made = Ingredients.Of(project, stack, key) with { At = clock.GetUtcNow(), Parts = parts, Images = images };
        folder.TryWrite(FileName, JsonSerializer.Serialize(made, HealthyJson.Default.Ingredients));
    }

    /// <summary>As <see cref="Remember"/>, after a run in which nothing was to do: nothing is read beyond sizes and times as long as they are the ones that were kept.</summary>
    public void StillHealthy(Stack stack, IReadOnlyDictionary<string, string> parts, IReadOnlyDictionary<string, string> images)
    {
        if (Read() is not { } kept || !kept.Stamps.All(pair => Ingredients.StampOf(Path.Combine(project.Directory, pair.Key)) == pair.Value))
        {
            Remember(stack, parts, images);
            return;
        }

        try
        {
            File.SetLastWriteTimeUtc(folder.PathOf(FileName), clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>What was kept; null when there is nothing that can be read.</summary>
    internal Ingredients? Read()
    {
        try
        {
            return folder.ReadKept(FileName) is { } text && JsonSerializer.Deserialize(text, HealthyJson.Default.Ingredients) is { Key.Length: > 0, Files: not null, Stamps: not null, Parts: not null, Images: not null, Variables: not null } kept ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>When the stack was last seen healthy: the file is touched by each run that finds it so.</summary>
    internal DateTimeOffset LastSeen() => new(File.GetLastWriteTimeUtc(folder.PathOf(FileName)), TimeSpan.Zero);
}

/// <summary>How it is kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Ingredients))]
internal sealed partial class HealthyJson : JsonSerializerContext;
