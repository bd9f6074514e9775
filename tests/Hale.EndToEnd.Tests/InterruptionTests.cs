using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>Ctrl-C, and two at once.</summary>
public sealed class InterruptionTests : EndToEndTest
{
    private const int Interrupt = 2;

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public async Task A_signal_in_the_middle_of_a_start_ends_it_with_130_and_the_next_run_works(int signal)
    {
        var project = Project(Stacks.Waiting);
        using var hale = project.StartHale("docker");
        await RunsAsync(project, "slow");

        await hale.SignalAsync(signal);
        var ran = await hale.EndAsync(TimeSpan.FromSeconds(10));

        Assert.True(ran.ExitCode == 130, ran.Told);
        Assert.Empty(await LeftOverAsync(project));
        Assert.DoesNotContain("after running", await project.StatesAsync());

        await project.InsideAsync("slow", "touch", "/tmp/ready");
        await project.HaleDoesAsync("docker");
        Assert.Equal(["after running", "slow running"], await project.StatesAsync());
    }

    [Fact]
    public async Task Ctrl_C_in_the_middle_of_a_build_ends_it_and_the_next_run_works()
    {
        var project = Project("services:\n  app:\n    build: .\n");
        project.Write("Dockerfile", "FROM hale.test/tiny:1\nARG WAIT=20\nRUN sleep $WAIT\n");
        using var hale = project.StartHale("docker");
        await Until.SoAsync("the build runs", async () => (await Tool.RunAsync("pgrep", ["-f", $"[b]uild.*{project.Name}|{project.Name}.*[b]uild"])).ExitCode == 0);

        await hale.SignalAsync(Interrupt);
        var ran = await hale.EndAsync(TimeSpan.FromSeconds(10));

        Assert.True(ran.ExitCode == 130, ran.Told);
        await Until.SoAsync("no process of the build is left", async () => (await LeftOverAsync(project)).Count == 0, TimeSpan.FromSeconds(5));
        project.Write("Dockerfile", "FROM hale.test/tiny:1\n");
        await project.HaleDoesAsync("docker");
        Assert.Equal(["app running"], await project.StatesAsync());
    }

    [Fact]
    public async Task A_second_hale_in_the_same_project_waits_for_the_first_and_says_so()
    {
        var project = Project(Stacks.Waiting);
        using var first = project.StartHale("docker");
        await RunsAsync(project, "slow");

        using var second = project.StartHale("docker");
        await Until.SoAsync("the second says that it waits", () => Task.FromResult(second.Said.Contains("another hale", StringComparison.OrdinalIgnoreCase)));
        Assert.False(second.HasEnded);
        await project.InsideAsync("slow", "touch", "/tmp/ready");

        var ends = await Task.WhenAll(project.EndAsync(first), project.EndAsync(second));
        Assert.All(ends, end => Assert.True(end.ExitCode == 0, end.Told));
        Assert.Equal(["after running", "slow running"], await project.StatesAsync());
    }

    private static Task RunsAsync(TestProject project, string service) =>
        Until.SoAsync($"{service} runs", async () => (await project.StatesAsync()).Contains($"{service} running"));

    /// <summary>The processes that still name the project's folder.</summary>
    private static async Task<IReadOnlyList<string>> LeftOverAsync(TestProject project) =>
        (await Tool.RunAsync("pgrep", ["-af", project.Folder])).Lines;
}
