using System.Text.Json;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>With <c>--json</c> standard output is NDJSON and nothing else, and its last line is the record of the run.</summary>
public sealed class JsonTests : EndToEndTest
{
    [Fact]
    public async Task Every_line_of_a_run_is_JSON_and_the_last_one_says_how_it_ended()
    {
        var project = Project(Stacks.Sound);

        var lines = (await project.HaleDoesAsync("docker", "--json")).Lines;

        Assert.True(lines.Count > 3, string.Join('\n', lines));
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, Parsed(line).ValueKind));
        var last = Parsed(lines[^1]).GetRawText();
        Assert.All(["store", "seed", "app"], service => Assert.Contains(service, last, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_run_ends_with_a_record_too()
    {
        var project = Project("services:\n  app:\n    image: hale.test/tiny:1\n    command: [\"false\"]\n");

        var ran = await project.HaleAsync("docker", "--json");

        Assert.Equal(1, ran.ExitCode);
        Assert.All(ran.Lines, line => Assert.Equal(JsonValueKind.Object, Parsed(line).ValueKind));
        Assert.Contains("app", ran.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_a_record_on_standard_output_too()
    {
        var project = Project("services: [\n");

        var ran = await project.HaleAsync("docker", "--json");

        Assert.Equal(2, ran.ExitCode);
        Assert.All(ran.Lines, line => Assert.Equal(JsonValueKind.Object, Parsed(line).ValueKind));
        Assert.Contains("compose.yaml", ran.Lines[^1], StringComparison.Ordinal);
    }

    private static JsonElement Parsed(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
