using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Overlays;

/// <summary>Keeps the overlay's lines in <c>.hale/overlay.json</c> and, for Compose, as an override file beside it.</summary>
public sealed class OverlayStore(Project project, IStateFolder folder) : IOverlayStore
{
    private const string LinesFile = "overlay.json";

    private readonly Lock _gate = new();
    private Overlay? _known;

    public Overlay Read()
    {
        lock (_gate)
        {
            return _known ??= Load();
        }
    }

    public void Add(IReadOnlyList<OverlayLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            Write((_known ?? Load()).With(lines));
        }
    }

    public void Remove(IReadOnlyList<OverlayLine> lines)
    {
        lock (_gate)
        {
            var left = (_known ?? Load()).Without(lines);
            if (left.IsEmpty)
            {
                Clear();
            }
            else
            {
                Write(left);
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _known = Overlay.Empty;
            File.Delete(project.OverlayFile);
            File.Delete(folder.PathOf(LinesFile));
        }
    }

    private void Write(Overlay overlay)
    {
        _known = overlay;
        folder.Write(LinesFile, JsonSerializer.Serialize(overlay.Lines, OverlayJson.Default.IReadOnlyListOverlayLine) + "\n");
        folder.Write(Path.GetFileName(project.OverlayFile), OverlayYaml.Write(overlay));
    }

    /// <summary>Lines that cannot be read are forgotten: whatever still needs them is found, and adds them, again.</summary>
    private Overlay Load()
    {
        try
        {
            var lines = folder.Read(LinesFile) is { } text ? JsonSerializer.Deserialize(text, OverlayJson.Default.IReadOnlyListOverlayLine) : null;
            return lines is { Count: > 0 } && !lines.Contains(null!) && File.Exists(project.OverlayFile) ? new Overlay { Lines = lines } : Overlay.Empty;
        }
        catch (JsonException)
        {
            return Overlay.Empty;
        }
    }
}

/// <summary>How the overlay's lines are kept.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IReadOnlyList<OverlayLine>))]
internal sealed partial class OverlayJson : JsonSerializerContext;
