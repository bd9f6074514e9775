using System.Text.Json;
using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>A stack that is watched, in the foreground or by a keeper, is brought back when something happens to it.</summary>
public sealed class KeepingTests : EndToEndTest
{
    private const int Interrupt = 2;
    private const int Kill = 9;

    private static readonly string[] Up = ["app running", "seed exited 0", "store running"];

    [Fact]
    public async Task A_watching_brings_back_a_killed_container_and_leaves_the_stack_up_when_it_ends()
    {
        var project = Project(Stacks.Sound);
        using var hale = project.StartHale("docker", "--watch");
        await Until.SoAsync("it watches", () => Task.FromResult(hale.Said.Contains("watching '", StringComparison.Ordinal)));

        await ComesBackAsync(project, "app", async id => await Tool.AskDockerAsync("kill", id));

        await hale.SignalAsync(Interrupt);
        await project.EndAsync(hale);
        Assert.Equal(Up, await project.StatesAsync());
    }

    [Fact]
    public async Task A_keeper_is_one_and_detached_brings_back_a_killed_container_and_a_cut_network_and_is_stopped()
    {
        var project = Project(Stacks.Sound);
        int? keeper = null;
        await new Scenario("a keeper must stay with the stack and end when it is told to")
            .Then("it is left behind and listed", async () =>
            {
                await project.HaleDoesAsync("docker", "--keep");
                keeper = await KeeperAsync(project);
                Assert.NotNull(keeper);
                Assert.Contains($"kept by process {keeper}", (await project.HaleDoesAsync("status")).Output, StringComparison.Ordinal);
            })
            .Then("it has a session of its own", async () => Assert.Equal($"{keeper}", (await Tool.RunAsync("ps", ["-o", "sid=", "-p", $"{keeper}"])).Output.Trim()))
            .Then("a second request is the same keeper", async () =>
            {
                await project.HaleDoesAsync("docker", "--keep");
                Assert.Equal(keeper, await KeeperAsync(project));
            })
            .Then("a killed container runs again", () => ComesBackAsync(project, "store", async id => await Tool.AskDockerAsync("kill", id)))
            .Then("a container that lost its network has it back", async () =>
            {
                var (id, network) = ((await project.ContainerAsync("store")).Id, Assert.Single(await project.NetworksAsync()));
                await Tool.AskDockerAsync("network", "disconnect", network, id);
                Assert.DoesNotContain(network, await NetworksOfAsync(id), StringComparison.Ordinal);
                await Until.SoAsync("it is on its network", async () => (await NetworksOfAsync(id)).Contains(network, StringComparison.Ordinal));
                Assert.Contains("store", await NetworksOfAsync(id), StringComparison.Ordinal);
            })
            .Then("what a person stops stays stopped", async () =>
            {
                await Tool.AskDockerAsync("stop", "-t", "1", (await project.ContainerAsync("app")).Id);
                await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
                Assert.Contains("app exited", string.Join(' ', await project.StatesAsync()), StringComparison.Ordinal);
            })
            .Then("another hale works while it runs", async () =>
            {
                await project.HaleDoesAsync("docker");
                Assert.Equal(Up, await project.StatesAsync());
            })
            .Then("it ends when it is told to, and once more is no failure", async () =>
            {
                await project.HaleDoesAsync("keeper", "stop");
                await project.HaleDoesAsync("keeper", "stop");
                Assert.Null(await KeeperAsync(project));
                Assert.Empty((await Tool.RunAsync("pgrep", ["-af", "--", project.Folder])).Lines);
                Assert.Equal(Up, await project.StatesAsync());
            })
            .PlayAsync();
    }

    [Fact]
    public async Task A_killed_keeper_leaves_no_claim_and_down_ends_the_one_after_it()
    {
        var project = Project(Stacks.Sound);
        await project.HaleDoesAsync("docker", "--keep");
        var first = await KeeperAsync(project);

        await Tool.RunAsync("kill", [$"-{Kill}", $"{first}"]);
        await Until.SoAsync("no keeper is listed", async () => await KeeperAsync(project) is null);
        await project.HaleDoesAsync("docker", "--keep");
        var second = await KeeperAsync(project);
        Assert.NotNull(second);
        Assert.NotEqual(first, second);

        await project.HaleDoesAsync("down");
        Assert.Empty(await project.ContainersAsync());
        Assert.DoesNotContain((await Tool.RunAsync("ps", ["-o", "stat=", "-p", $"{second}"])).Lines, state => !state.StartsWith('Z'));
    }

    private static async Task ComesBackAsync(TestProject project, string service, Func<string, Task> harm)
    {
        var before = await project.ContainerAsync(service);
        await harm(before.Id);
        await Until.SoAsync($"{service} runs again", async () => await project.ContainerAsync(service) is { State: "running" } now && now.Id == before.Id && now.StartedAt > before.StartedAt);
    }

    private static Task<string> NetworksOfAsync(string id) => Tool.AskDockerAsync("inspect", "-f", "{{json .NetworkSettings.Networks}}", id);

    /// <summary>The process of the keeper that status lists; null when it says that there is none.</summary>
    private static async Task<int?> KeeperAsync(TestProject project)
    {
        var ran = await project.HaleAsync("keeper", "status", "--json");
        using var record = JsonDocument.Parse(Assert.Single(ran.Lines));
        Assert.Equal("keeper", record.RootElement.GetProperty("type").GetString());
        return record.RootElement.GetProperty("running").GetBoolean() ? record.RootElement.GetProperty("pid").GetInt32() : null;
    }
}
