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
        Assert.Empty(await project.ContainersAsync());
        Assert.Empty(await project.NetworksAsync());

        using var again = project.StartHale("docker");
        await RunsAsync(project, "slow");
        await project.InsideAsync("slow", "touch", "/tmp/ready");
        ran = await project.EndAsync(again);
        Assert.True(ran.ExitCode == 0, ran.Told);
        Assert.Equal(["after running", "slow running"], await project.StatesAsync());
    }

    [Fact]
    public async Task Ctrl_C_in_the_middle_of_a_build_ends_it_and_the_next_run_works()
    {
        var project = Project("services:\n  app:\n    build: .\n");
        var step = $"sleep 33; echo {project.Name}";
        project.Write("Dockerfile", $"FROM hale.test/tiny:1\nRUN {step}\n");
        using var hale = project.StartHale("docker");
        await Until.SoAsync("the build runs its step", async () => (await ProcessesAsync(step)).Count > 0);

        await hale.SignalAsync(Interrupt);
        var ran = await hale.EndAsync(TimeSpan.FromSeconds(10));

        Assert.True(ran.ExitCode == 130, ran.Told);
        await Until.SoAsync("no process of the build is left", async () => (await ProcessesAsync(step)).Count == 0, TimeSpan.FromSeconds(10));
        Assert.Empty(await LeftOverAsync(project));
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
    private static Task<IReadOnlyList<string>> LeftOverAsync(TestProject project) => ProcessesAsync(project.Folder);

    private static async Task<IReadOnlyList<string>> ProcessesAsync(string commandLine) =>
        (await Tool.RunAsync("pgrep", ["-af", "--", commandLine])).Lines;
}
