using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Cli.Output;
using Hale.Cli.Output.Json;
using Hale.Cli.Runs;
using Hale.Cli.Tests.Recorded;
using Hale.Faults;

namespace Hale.Cli.Tests;

/// <summary>The documents say what the program does.</summary>
public sealed class DocumentTests
{
    [Fact]
    public async Task Each_example_of_the_output_page_is_a_record_that_is_really_printed()
    {
        var printed = await PrintedAsync();
        var examples = Examples();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(example, printed));
    }

    [Fact]
    public void Each_kind_of_record_has_an_example()
    {
        var kinds = typeof(JsonRecord).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!);
        var shown = Examples().Select(example => JsonDocument.Parse(example).RootElement.GetProperty("type").GetString()!).Distinct();

        Assert.Equal(kinds.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_fault_has_its_page_and_no_page_is_left_over()
    {
        foreach (var fault in Catalogue.All)
        {
            Approved.FileIs($"docs/faults/{fault.Id}.md", FaultPage.Whole(fault));
        }

        var pages = Directory.GetFiles(Repository.PathOf("docs/faults"), "*.md").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(Catalogue.All.Select(fault => fault.Id).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> Examples()
    {
        var text = File.ReadAllText(Repository.PathOf("docs/output.md"));
        return [.. text.Split("```json\n").Skip(1).SelectMany(part => part.Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))];
    }

    private static async Task<HashSet<string>> PrintedAsync()
    {
        var lines = new HashSet<string>();
        foreach (var line in (string[])[
            "docker --json --verbose", "status --json", "health-check --json", "logs --json", "overlay --json", "engine status --json", "certs --json", "keeper status --json",
            "explain --list --json", "explain docker-daemon-down --json", "troubleshoot --json", "ports --json", "list --json", "db status --json", "env check --json", "env diff --json"])
        {
            lines.UnionWith((await Theatre.PlayAsync(MendedRun.Whole, line)).Printed.Split('\n'));
        }

        var problem = new Problem("services must be a mapping") { File = "compose.yaml", Line = 1, Advice = ["docker compose config"] };
        var refused = new Theatre(MendedRun.Whole) { Runs = new RecordedRuns(MendedRun.Whole) { Throws = new ProblemException(problem) } };
        lines.UnionWith((await refused.RunAsync("docker --json")).Printed.Split('\n'));
        return lines;
    }
}
