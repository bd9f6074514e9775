using System.Diagnostics;
using Hale.Kernel.Engines;

namespace Hale.Docker.Tests;

/// <summary>Containers of a real engine.</summary>
public sealed class Containers(RealEngine real)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ContainerEngine _engine = real.Engine;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_container_is_listed_inspected_started_asked_signalled_and_removed()
    {
        var project = RealEngine.NewProject();
        var id = await real.CreateAsync(project, ["--expose", "80", "--health-cmd", "true", "--stop-signal", "SIGQUIT", "--stop-timeout", "7"], "sh", "-c", "trap 'exit 3' QUIT; while true; do sleep 0.1; done");

        var row = Assert.Single(await _engine.ListAsync(project, Stop));
        Assert.Equal((id, "web", 2, ContainerState.Created, "abc"), (row.Id, row.Service, row.Number, row.State, row.ConfigHash));
        var created = await _engine.InspectAsync(id, Stop);
        Assert.Equal(["/bin/sh", "-c", "true"], created.HealthCheck!.Command);
        Assert.Equal((null, "SIGQUIT", TimeSpan.FromSeconds(7)), (created.StartedAt, created.StopSignal, created.StopGrace));
        Assert.Equal([80], created.ExposedPorts);

        await _engine.StartAsync(id, Stop);
        Assert.True(await _engine.InspectAsync(id, Stop) is { State: ContainerState.Running, Pid: > 0, StartedAt: not null });
        Assert.Equal(new ProbeAnswer(0, "fine\n"), await _engine.ProbeAsync(id, ["echo", "fine"], Patience, Stop));
        Assert.Equal(5, (await _engine.ProbeAsync(id, ["sh", "-c", "exit 5"], Patience, Stop)).ExitCode);
        Assert.False((await _engine.ProbeAsync(id, ["nothing-of-that-name"], Patience, Stop)).Passed);
        Assert.Null((await _engine.ProbeAsync(id, ["sleep", "20"], TimeSpan.FromMilliseconds(500), Stop)).ExitCode);

        await _engine.SignalAsync(id, "SIGQUIT", Stop);
        await UntilAsync(async () => (await _engine.InspectAsync(id, Stop)).State is ContainerState.Exited);
        Assert.Equal(3, Assert.Single(await _engine.ListAsync(project, Stop)).ExitCode);
        await _engine.SignalAsync(id, "SIGQUIT", Stop);
        await _engine.RemoveAsync(id, Stop);
        await _engine.RemoveAsync(id, Stop);
        Assert.Empty(await _engine.ListAsync(project, Stop));
        await Assert.ThrowsAsync<EngineException>(() => _engine.InspectAsync(id, Stop));
    }

    [Fact]
    public async Task What_happens_is_told_from_the_moment_of_the_subscription_without_containers_of_compose_run()
    {
        real.Need();
        var project = RealEngine.NewProject();
        await using var events = _engine.WatchAsync(project, Stop).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("watching", events.Current.Kind);

        await real.CreateAsync(project, ["--label", "com.docker.compose.oneoff=True"], "true");
        var id = await real.CreateAsync(project, [], "sh", "-c", "exit 4");
        await _engine.StartAsync(id, Stop);
        var told = new List<EngineEvent>();
        while (told.LastOrDefault()?.Kind != "die" && await events.MoveNextAsync().AsTask().WaitAsync(Patience, Stop))
        {
            told.Add(events.Current);
        }

        Assert.Equal(["create", "start", "die"], told.Select(happened => happened.Kind));
        Assert.All(told, happened => Assert.Equal((id, "web", 2), (happened.ContainerId, happened.Service, happened.Number)));
        Assert.Equal(4, told[^1].ExitCode);
        Assert.Equal(id, Assert.Single(await _engine.ListAsync(project, Stop)).Id);
    }

    [Theory]
    [InlineData("--tty")]
    [InlineData("--interactive")]
    public async Task The_last_lines_are_read_with_and_without_a_terminal(string option)
    {
        var id = await real.CreateAsync(RealEngine.NewProject(), [option], "sh", "-c", "for n in 1 2 3; do echo out $n; done; sleep 60");
        await _engine.StartAsync(id, Stop);

        IReadOnlyList<string> tail = [];
        await UntilAsync(async () => (tail = await _engine.TailAsync(id, 2, Stop)).Contains("out 3"));

        Assert.Equal(["out 2", "out 3"], tail);
    }

    [Fact]
    public async Task A_start_that_the_engine_refuses_says_why_in_its_words()
    {
        var id = await real.CreateAsync(RealEngine.NewProject(), [], "no-such-program");

        var refusal = await Assert.ThrowsAsync<EngineException>(() => _engine.StartAsync(id, Stop));

        Assert.Contains("no-such-program", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no-such-program", (await _engine.InspectAsync(id, Stop)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Networks_and_volumes_are_removed_by_name_and_may_be_gone_already()
    {
        real.Need();
        var project = RealEngine.NewProject();
        await Shell.RunAsync("docker", "network", "create", "--label", $"com.docker.compose.project={project}", project);
        await Shell.RunAsync("docker", "volume", "create", project);

        Assert.Equal([project], await _engine.NetworksAsync(project, Stop));
        await _engine.RemoveNetworkAsync(project, Stop);
        await _engine.RemoveNetworkAsync(project, Stop);
        await _engine.RemoveVolumeAsync(project, Stop);
        await _engine.RemoveVolumeAsync(project, Stop);
        Assert.Empty(await _engine.NetworksAsync(project, Stop));
        Assert.Empty(await Shell.RunAsync("docker", "volume", "ls", "--quiet", "--filter", $"name={project}"));
    }

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        for (var since = Stopwatch.StartNew(); !await reached(); await Task.Delay(20, Stop))
        {
            Assert.True(since.Elapsed < Patience, "what was waited for did not come");
        }
    }
}
