using System.Globalization;
using System.Text.Json.Nodes;

namespace Hale.Bench.Engine;

/// <summary>One container of a Compose project, as the engine describes it.</summary>
public sealed record ServiceContainer(
    string Id, string Service, string Image, string Status, string StartedAt, string? Verdict, IReadOnlyList<string> HealthTest, int? HostPort)
{
    public static ServiceContainer From(JsonNode inspected)
    {
        var config = inspected["Config"]!;
        return new(
            (string)inspected["Id"]!,
            (string?)config["Labels"]?["com.docker.compose.service"] ?? "",
            (string)inspected["Image"]!,
            (string)inspected["State"]!["Status"]!,
            (string)inspected["State"]!["StartedAt"]!,
            (string?)inspected["State"]!["Health"]?["Status"],
            CommandOf(config["Healthcheck"]?["Test"]?.AsArray()),
            FirstPort(inspected["NetworkSettings"]?["Ports"]?.AsObject()));
    }

    private static string[] CommandOf(JsonArray? test)
    {
        string[] words = test?.Select(word => (string)word!).ToArray() ?? [];
        return words switch
        {
            ["CMD", .. var command] => command,
            ["CMD-SHELL", var script] => ["/bin/sh", "-c", script],
            _ => [],
        };
    }

    private static int? FirstPort(JsonObject? ports)
    {
        var text = ports?.SelectMany(port => port.Value?.AsArray() ?? []).Select(bound => (string?)bound?["HostPort"]).FirstOrDefault();
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
