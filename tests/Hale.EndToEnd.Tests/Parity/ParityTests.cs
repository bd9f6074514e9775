using System.Text.Json.Nodes;

namespace Hale.EndToEnd.Tests.Parity;

/// <summary>The stack that Hale makes is the stack that Compose makes.</summary>
[Collection(OneParityRun.Name)]
public sealed class ParityTests(ParityRuns runs)
{
    public static TheoryData<string> Projects => [.. ParityProject.Names];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task The_engine_holds_the_same_as_after_Compose(string project)
    {
        var pair = await runs.OfAsync(project);
        Assert.SkipWhen(pair.Skipped is not null, pair.Skipped ?? "");

        Assert.Equal("", pair.Hale!.Overlay);
        Same("up", pair.Compose!.Up, pair.Hale.Up);
        Same("Compose and Hale once more", pair.Compose.Up, pair.Hale.Again);
        Same("down", pair.Compose.Left, pair.Hale.Left);
    }

    private static void Same(string moment, JsonNode compose, JsonNode hale)
    {
        var differences = Difference.Between(compose, hale);
        Assert.True(differences.Count == 0, $"After {moment}, by Compose | by Hale:\n{string.Join('\n', differences)}");
    }
}
