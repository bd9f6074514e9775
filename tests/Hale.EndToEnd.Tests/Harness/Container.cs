using System.Globalization;
using System.Text.Json;

namespace Hale.EndToEnd.Tests.Harness;

/// <summary>A container as the engine shows it.</summary>
internal sealed record Container
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Service { get; init; }

    /// <summary>The engine's word: <c>created</c>, <c>running</c>, <c>exited</c>.</summary>
    public required string State { get; init; }

    public required int ExitCode { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string ImageId { get; init; }

    /// <summary>What makes it this very run of this very container: its id and when it started.</summary>
    public string Run => $"{Name} {Id} {StartedAt:O}";

    /// <summary>The containers of a Compose project, by name.</summary>
    public static async Task<IReadOnlyList<Container>> OfProjectAsync(string project) =>
        await InspectAsync(await IdsAsync("--filter", $"label=com.docker.compose.project={project}"));

    public static async Task<IReadOnlyList<Container>> InspectAsync(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        using var answer = JsonDocument.Parse(await Tool.AskDockerAsync(["inspect", .. ids]));
        return [.. answer.RootElement.EnumerateArray().Select(Read).OrderBy(container => container.Name, StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<string>> IdsAsync(params IEnumerable<string> filter)
    {
        var output = await Tool.AskDockerAsync(["ps", "-aq", "--no-trunc", .. filter]);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Container Read(JsonElement container)
    {
        var labels = container.GetProperty("Config").GetProperty("Labels");
        var state = container.GetProperty("State");
        return new Container
        {
            Id = container.GetProperty("Id").GetString()!,
            Name = container.GetProperty("Name").GetString()!.TrimStart('/'),
            Service = labels.ValueKind is JsonValueKind.Object && labels.TryGetProperty("com.docker.compose.service", out var service)
                ? service.GetString()!
                : "",
            State = state.GetProperty("Status").GetString()!,
            ExitCode = state.GetProperty("ExitCode").GetInt32(),
            StartedAt = DateTimeOffset.Parse(state.GetProperty("StartedAt").GetString()!, CultureInfo.InvariantCulture),
            ImageId = container.GetProperty("Image").GetString()!,
        };
    }
}
