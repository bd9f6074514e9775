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

    /// <summary>The services that the last start was not content with; none when that cannot be read.</summary>
    public IReadOnlySet<string> Doubted()
    {
        try
        {
            return Read().Services.Select(service => service.Service).ToHashSet();
        }
        catch (InvalidDataException)
        {
            return new HashSet<string>();
        }
    }

    /// <summary>Nothing failed when there is no file.</summary>
    /// <exception cref="InvalidDataException">There is one, and it cannot be read.</exception>
    public AttemptFacts Read()
    {
        if (folder.ReadKept(FileName) is not { } text)
        {
            return File.Exists(folder.PathOf(FileName)) ? throw Unreadable(null) : new();
        }

        try
        {
            return JsonSerializer.Deserialize(text, AttemptJson.Default.AttemptFacts) ?? throw Unreadable(null);
        }
        catch (JsonException broken)
        {
            throw Unreadable(broken);
        }
    }

    private static InvalidDataException Unreadable(Exception? why) => new($"what is known of the last start cannot be read: .hale/{FileName}", why);
}

/// <summary>How an attempt is kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(AttemptFacts))]
internal sealed partial class AttemptJson : JsonSerializerContext;
