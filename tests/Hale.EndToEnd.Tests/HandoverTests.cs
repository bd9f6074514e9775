using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>A person can go from Hale to Compose and back: the containers are the same to both.</summary>
public sealed class HandoverTests : EndToEndTest
{
    [Fact]
    public async Task Where_nothing_is_wrong_the_overlay_is_empty_and_neither_tool_recreates_what_the_other_made()
    {
        var project = Project(Stacks.Sound);
        IEnumerable<string> first = [];
        await new Scenario("a sound stack must be the same stack to Hale and to Compose")
            .Then("hale brings it up", async () =>
            {
                await project.HaleDoesAsync("docker");
                Assert.Equal(Stacks.SoundAndUp, await project.StatesAsync());
                first = await LivesAsync(project);
            })
            .Then("there is no overlay", async () =>
            {
                Assert.False(File.Exists(project.PathOf(".hale/overlay.yaml")));
                Assert.DoesNotContain("services:", (await project.HaleDoesAsync("overlay")).Output, StringComparison.Ordinal);
            })
            .Then("compose up recreates nothing", async () =>
            {
                await project.ComposeAsync("up", "-d");
                Assert.Equal(first, await LivesAsync(project));
            })
            .Then("hale again recreates nothing", async () =>
            {
                await project.HaleDoesAsync("docker");
                Assert.Equal(first, await LivesAsync(project));
            })
            .PlayAsync();
    }

    [Fact]
    public async Task Compose_lists_prints_and_takes_down_what_hale_started()
    {
        var project = Project(Stacks.Sound);
        await project.HaleDoesAsync("docker");

        Assert.Equal(["app", "store"], (await project.ComposeAsync("ps", "--services")).Lines.Order(StringComparer.Ordinal));
        Assert.Contains("the app is up", (await project.ComposeAsync("logs", "app")).Output, StringComparison.Ordinal);
        await project.ComposeAsync("down", "-t", "2");
        Assert.Empty(await project.ContainersAsync());
        Assert.Empty(await project.NetworksAsync());
    }

    [Fact]
    public async Task Hale_lists_prints_and_takes_down_what_compose_started()
    {
        var project = Project(Stacks.Sound);
        await project.ComposeAsync("up", "-d");

        var status = await project.HaleDoesAsync("status");
        Assert.Contains("store", status.Output, StringComparison.Ordinal);
        Assert.Contains("app", status.Output, StringComparison.Ordinal);
        Assert.Contains("the app is up", (await project.HaleDoesAsync("logs", "app")).Output, StringComparison.Ordinal);
        await project.HaleDoesAsync("down");
        Assert.Empty(await project.ContainersAsync());
        Assert.Empty(await project.NetworksAsync());
        Assert.Equal([$"{project.Name}_data"], await project.VolumesAsync());
    }

    // A one-shot may run again under Compose; it is the same container all the same.
    private static async Task<IEnumerable<string>> LivesAsync(TestProject project) =>
        (await project.ContainersAsync()).Select(container => container.Service == "seed" ? container.Id : container.Run).ToList();
}
