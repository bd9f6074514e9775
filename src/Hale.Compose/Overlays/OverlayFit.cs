using System.Text.Json;
using Hale.Compose.Models;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Overlays;

/// <summary>Which lines of the overlay still fit the project: each was made for what its files said then, and says nothing of what they say now.</summary>
/// <param name="Stale">Lines whose service is gone, or whose place says something else than when they were made.</param>
/// <param name="Seen">Lines whose place was looked at for the first time, with what it says.</param>
internal sealed record OverlayFit(IReadOnlyList<OverlayLine> Stale, IReadOnlyList<OverlayLine> Seen)
{
    /// <param name="overlay">The overlay.</param>
    /// <param name="model">What <c>docker compose config --format json</c> prints of the project's own files, without the overlay.</param>
    public static OverlayFit Of(Overlay overlay, string model)
    {
        using var document = JsonDocument.Parse(model);
        var services = document.RootElement.Members("services").ToDictionary(service => service.Name, service => service.Value);
        var stale = new List<OverlayLine>();
        var seen = new List<OverlayLine>();
        foreach (var line in overlay.Lines)
        {
            var now = line.Service == OverlayLine.TopLevel ? ResolvedModel.Digest(Said(document.RootElement, line))
                : services.TryGetValue(line.Service, out var service) ? ResolvedModel.Digest(Said(service, line)) : null;
            if (now is null || (line.Was is { } was && was != now))
            {
                stale.Add(line);
            }
            else if (line.Was is null)
            {
                seen.Add(line with { Was = now });
            }
        }

        // What one fault led to at one service belongs together: half of a memory limit, said in two places, is a contradiction.
        var withThem = overlay.Lines.Except(stale).Where(line => line.Fault.Length > 0 && stale.Exists(gone => gone.Service == line.Service && gone.Fault == line.Fault)).ToList();
        return new OverlayFit([.. stale, .. withThem], [.. seen.Where(line => withThem.TrueForAll(gone => !gone.Path.SequenceEqual(line.Path) || gone.Service != line.Service))]);
    }

    // What is only added to a list stays right whatever else the list holds. Below a section, such as 'build', the section must be there too.
    private static string Said(JsonElement service, OverlayLine line)
    {
        if (line is { IsList: true, Replaces: false })
        {
            return "";
        }

        JsonElement? at = service;
        foreach (var key in line.Path)
        {
            at = at is { ValueKind: JsonValueKind.Object } section ? section.Member(key) : null;
        }

        var hasSection = line.Path.Count > 1 && service.Member(line.Path[0]) is not null;
        return $"{hasSection} {at?.GetRawText()}";
    }
}
