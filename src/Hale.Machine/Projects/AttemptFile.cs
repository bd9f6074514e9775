using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Projects;

/// <summary>Keeps what the last start came up against, so that a later look knows it too.</summary>
public sealed class AttemptFile(IStateFolder folder)
{
    private const string FileName = "cache/attempt.json";

    public void Remember(AttemptFacts attempt)
    {
        if (attempt.Failed)
        {
            folder.TryWrite(FileName, JsonSerializer.Serialize(attempt, AttemptJson.Default.AttemptFacts));
        }
        else
        {
            folder.Delete(FileName);
        }
    }

    /// <summary>Nothing failed when there is no file, or none that can be read.</summary>
    public AttemptFacts Read()
    {
        try
        {
            return folder.Read(FileName) is { } text ? JsonSerializer.Deserialize(text, AttemptJson.Default.AttemptFacts) ?? new() : new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}

/// <summary>How an attempt is kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(AttemptFacts))]
internal sealed partial class AttemptJson : JsonSerializerContext;
