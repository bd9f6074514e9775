using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;
using Hale.Supervision.Tests.Fakes;
using static Hale.Supervision.Tests.Fakes.Theatre;

namespace Hale.Supervision.Tests;

/// <summary>How a container is judged.</summary>
public sealed class Verdicts
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_stale_verdict_of_unhealthy_is_not_believed()
    {
        var theatre = new Theatre(A("db"));

        var outcome = await theatre.UpAsync(new FakeContainer("db") { State = ContainerState.Running, Health = HealthVerdict.Unhealthy, HealthCommand = "ask", OnProbe = () => Pass });

        Assert.Equal(ServicePhase.Ready, outcome.Phase);
    }

    [Fact]
    public async Task A_health_command_that_passes_while_nothing_listens_is_believed_only_when_it_goes_on()
    {
        var theatre = new Theatre(A("db"));
        var db = new FakeContainer("db") { HealthCommand = "ask", Exposes = [5432], OnProbe = () => Pass };
        var run = theatre.UpAsync(db);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(run.IsCompleted && theatre.Now < 3 * Second);

        Assert.Contains("though it listens on no port", (await run).Says, StringComparison.Ordinal);
        Assert.InRange(theatre.Now, 10 * Second, 14 * Second);
    }

    [Fact]
    public async Task What_ended_after_it_was_ready_and_before_all_were_is_not_good()
    {
        var theatre = new Theatre(A("check"), A("db"));
        var check = new FakeContainer("check");
        theatre.Engine.Add(check);
        theatre.Engine.Add(new FakeContainer("db") { HealthCommand = "ask", OnProbe = () => theatre.Now > 20 * Second ? Pass : Fail });
        using var ends = theatre.Clock.CreateTimer(_ => (check.State, check.ExitCode) = (ContainerState.Exited, 3), null, 10 * Second, Timeout.InfiniteTimeSpan);

        var outcomes = (await theatre.UpAsync(theatre.Plan() with { Create = false })).Services;

        Assert.Equal("exited with 3 after it had been ready", outcomes.Single(outcome => outcome.Service == "check").Says);
        Assert.Equal([false, true], outcomes.OrderBy(outcome => outcome.Service, StringComparer.Ordinal).Select(outcome => outcome.Good));
    }

    [Fact]
    public async Task A_service_that_the_engine_has_not_given_up_is_not_given_up()
    {
        var theatre = new Theatre(A("db"));
        var db = new FakeContainer("db") { HealthCommand = "ask", Health = HealthVerdict.Starting, OnProbe = () => theatre.Now > 45 * Second ? Pass : Fail };

        Assert.Equal("healthy by its own check", (await theatre.UpAsync(db)).Says);
    }

    [Fact]
    public async Task A_service_that_the_engine_never_judges_is_given_up_in_the_end()
    {
        var theatre = new Theatre(A("db"));

        var outcome = await theatre.UpAsync(new FakeContainer("db") { HealthCommand = "ask", Health = HealthVerdict.Starting, OnProbe = () => Fail });

        Assert.Contains("its health check has failed for", outcome.Says, StringComparison.Ordinal);
        Assert.InRange(theatre.Now, 120 * Second, 130 * Second);
    }

    [Fact]
    public async Task The_moment_something_listens_a_passing_command_is_believed()
    {
        var theatre = new Theatre(A("db"));
        var db = new FakeContainer("db") { HealthCommand = "ask", Exposes = [5432], OnProbe = () => Pass };
        using var opens = theatre.Clock.CreateTimer(_ => db.Listens.Add(5432), null, 2 * Second, Timeout.InfiniteTimeSpan);

        var outcome = await theatre.UpAsync(db);

        Assert.Equal("healthy by its own check", outcome.Says);
        Assert.InRange(theatre.Now, 2 * Second, 3 * Second);
    }

    [Fact]
    public async Task What_its_restart_policy_starts_again_must_live_ten_seconds()
    {
        var theatre = new Theatre(A("job"));
        var job = new FakeContainer("job") { State = ContainerState.Running, RestartCount = 1, StartedAt = theatre.Clock.GetUtcNow() };

        var outcome = await theatre.UpAsync(job);

        Assert.Equal(ServicePhase.Ready, outcome.Phase);
        Assert.InRange(theatre.Now, 10 * Second, 12 * Second);
    }

    [Fact]
    public async Task What_was_started_again_often_and_ends_once_more_has_failed()
    {
        var theatre = new Theatre(A("job"));
        var job = new FakeContainer("job") { State = ContainerState.Running, RestartCount = 4, StartedAt = theatre.Clock.GetUtcNow() };
        using var ends = theatre.Clock.CreateTimer(_ => theatre.Engine.Move(job, ContainerState.Restarting, 3), null, 3 * Second, Timeout.InfiniteTimeSpan);
        using var again = theatre.Clock.CreateTimer(
            _ =>
            {
                job.RestartCount++;
                theatre.Engine.Move(job, ContainerState.Running, 0, "start");
            },
            null,
            4 * Second,
            Timeout.InfiniteTimeSpan);

        var outcome = await theatre.UpAsync(job);

        Assert.Equal("keeps ending and being restarted (6 starts, last exit code 3)", outcome.Says);
    }

    [Fact]
    public async Task Where_a_busy_engine_answers_no_question_its_own_newer_verdict_counts()
    {
        var theatre = new Theatre(A("db"));
        var db = new FakeContainer("db") { State = ContainerState.Running, HealthCommand = "ask", PassedAt = theatre.Clock.GetUtcNow(), OnProbe = () => new ProbeAnswer(null, "no answer") };
        using var passes = theatre.Clock.CreateTimer(_ => db.PassedAt = theatre.Clock.GetUtcNow(), null, 5 * Second, Timeout.InfiniteTimeSpan);

        var outcome = await theatre.UpAsync(db);

        Assert.Equal(ServicePhase.Ready, outcome.Phase);
        Assert.InRange(theatre.Now, 5 * Second, 8 * Second);
    }

    [Fact]
    public async Task At_the_limit_the_engines_own_verdict_is_asked_for_before_anything_is_given_up()
    {
        var theatre = new Theatre(A("db"));
        var db = new FakeContainer("db") { HealthCommand = "ask", OnProbe = () => new ProbeAnswer(null, "no answer") };
        theatre.Engine.Add(db);

        // The engine asked before the first question of Hale's that failed.
        db.OnStart = started => (started.StartedAt, started.Health, started.PassedAt) = (started.StartedAt - (2 * Second), HealthVerdict.Healthy, started.StartedAt - Second);
        var outcome = Assert.Single((await theatre.UpAsync(theatre.Plan() with { Create = false, Pace = new Pace { Limit = 5 * Second } })).Services);

        Assert.Equal("healthy by its own check, as the engine asks it", outcome.Says);
        Assert.InRange(theatre.Now, 5 * Second, 7 * Second);
    }

    [Fact]
    public async Task What_ended_soon_the_last_time_must_live_longer_this_time_and_is_told()
    {
        var theatre = new Theatre(A("job"));
        var began = theatre.Clock.GetUtcNow();
        var job = new FakeContainer("job") { State = ContainerState.Exited, ExitCode = 137, OomKilled = true, StartedAt = began - (10 * Second), FinishedAt = began - (6 * Second) };
        using var ends = theatre.Clock.CreateTimer(_ => theatre.Engine.Move(job, ContainerState.Exited, 137), null, 4 * Second, Timeout.InfiniteTimeSpan);

        var outcome = await theatre.UpAsync(job);

        Assert.Equal(ServicePhase.Failed, outcome.Phase);
        Assert.Contains(theatre.Told.OfType<Noted>(), told => told.Text.Contains("had ended 4 s after its last start, with exit code 137, for using more memory than its limit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 2, 3, 5)]
    [InlineData(1, 4, 5, 7)]
    [InlineData(1, 60, 1, 3)]
    [InlineData(137, 4, 1, 3)]
    public async Task What_lives_on_is_ready_once_it_has_outlived_its_last_short_life(int exitCode, int lived, int atLeast, int atMost)
    {
        var theatre = new Theatre(A("job"));
        var began = theatre.Clock.GetUtcNow();
        var job = new FakeContainer("job") { State = ContainerState.Exited, ExitCode = exitCode, StartedAt = began - ((lived + 5) * Second), FinishedAt = began - (5 * Second) };

        var outcome = await theatre.UpAsync(job);

        Assert.Equal(ServicePhase.Ready, outcome.Phase);
        Assert.InRange(theatre.Now, atLeast * Second, atMost * Second);
    }

    [Fact]
    public async Task A_published_port_that_stays_at_loopback_is_not_waited_for_as_long_as_a_silent_one()
    {
        var theatre = new Theatre(A("web") with { Ports = [new PublishedPort(8000, 18000, null, "tcp")] });
        var web = new FakeContainer("web");
        web.ListensAtLoopback.Add(8000);

        var outcome = await theatre.UpAsync(web);

        Assert.Contains("at its own loopback alone", outcome.Says, StringComparison.Ordinal);
        Assert.InRange(theatre.Now, 8 * Second, 12 * Second);
    }

    [Fact]
    public async Task Something_that_begins_to_listen_is_asked_at_once_whatever_the_pause()
    {
        var theatre = new Theatre(A("api"));
        var api = new FakeContainer("api") { HealthCommand = "ask" };
        api.OnProbe = () => api.Listens.Count > 0 ? Pass : Fail;
        theatre.Engine.Add(api);
        using var opens = theatre.Clock.CreateTimer(_ => api.Listens.Add(8000), null, 60 * Second, Timeout.InfiniteTimeSpan);

        var outcome = await theatre.UpAsync(theatre.Plan() with { Create = false, Pace = new Pace { Longest = 30 * Second, Growth = 3, ShortestDetection = 300 * Second } });

        Assert.True(outcome.Healthy);
        Assert.InRange(theatre.Now, 60 * Second, 62 * Second);
    }

    [Fact]
    public async Task A_crash_loop_ends_with_the_number_of_starts()
    {
        var theatre = new Theatre(A("api"));
        var api = new FakeContainer("api") { HealthCommand = "ask", OnProbe = () => new ProbeAnswer(null, "is restarting") };
        using var crash = theatre.Clock.CreateTimer(
            _ => theatre.Engine.Move(api, api.State is ContainerState.Running ? ContainerState.Restarting : ContainerState.Running, 7), null, Second, Second);

        var outcome = await theatre.UpAsync(api);

        Assert.Equal(ServicePhase.Failed, outcome.Phase);
        Assert.Equal("keeps ending and being restarted (5 starts, last exit code 7)", outcome.Says);
    }

    [Fact]
    public async Task A_service_that_never_becomes_healthy_is_given_up_when_the_engine_would()
    {
        var theatre = new Theatre(A("api"));

        var outcome = await theatre.UpAsync(new FakeContainer("api") { HealthCommand = "ask", OnProbe = () => Fail });

        Assert.Equal(ServicePhase.Failed, outcome.Phase);
        Assert.Equal("its health check has failed for 30 s: exit code 1, 'not yet'", outcome.Says);
        Assert.InRange(theatre.Now, 30 * Second, 33 * Second);
    }

    [Fact]
    public async Task A_death_while_waited_for_ends_the_wait_at_once()
    {
        var theatre = new Theatre(A("api"));
        var api = new FakeContainer("api") { HealthCommand = "ask", OnProbe = () => Fail };
        using var death = theatre.Clock.CreateTimer(_ => theatre.Engine.Move(api, ContainerState.Exited, 1), null, 5 * Second, Timeout.InfiniteTimeSpan);

        Assert.Equal("exited with 1", (await theatre.UpAsync(api)).Says);
        Assert.InRange(theatre.Now, 5 * Second, 6 * Second);
    }

    [Fact]
    public async Task A_broken_event_stream_costs_time_and_nothing_else()
    {
        var theatre = new Theatre(A("api"));
        theatre.Engine.BreakStream();
        var api = new FakeContainer("api") { HealthCommand = "ask", OnProbe = () => Fail };
        using var death = theatre.Clock.CreateTimer(_ => theatre.Engine.Move(api, ContainerState.Exited, 1), null, 5 * Second, Timeout.InfiniteTimeSpan);

        Assert.Equal("exited with 1", (await theatre.UpAsync(api)).Says);
        Assert.InRange(theatre.Now, 5 * Second, 7 * Second);
    }

    [Fact]
    public async Task Without_a_health_check_the_published_port_decides()
    {
        var theatre = new Theatre(A("web") with { Ports = [new PublishedPort(80, 8080, null, "tcp")] });
        var web = new FakeContainer("web");
        using var opens = theatre.Clock.CreateTimer(_ => web.Listens.Add(80), null, 3 * Second, Timeout.InfiniteTimeSpan);

        Assert.Equal("running: it has no health check, and listens on port 80", (await theatre.UpAsync(web)).Says);
    }

    [Fact]
    public async Task Without_health_check_and_port_it_must_stay_alive()
    {
        var theatre = new Theatre(A("worker"));

        Assert.Equal("running: it has no health check, and stays alive", (await theatre.UpAsync(new FakeContainer("worker"))).Says);
        Assert.InRange(theatre.Now, Second, 3 * Second);
    }

    [Fact]
    public async Task A_check_that_passes_at_its_own_loopback_does_not_make_a_published_port_reachable()
    {
        var theatre = new Theatre(A("api") with { Ports = [new PublishedPort(8000, 8000, null, "tcp")] });
        var api = new FakeContainer("api") { HealthCommand = "ask", OnProbe = () => Pass };
        api.ListensAtLoopback.Add(8000);

        Assert.Equal("runs, and listens on its published port 8000 at its own loopback alone", (await theatre.UpAsync(api)).Says);
    }

    [Fact]
    public async Task A_debuggers_port_at_loopback_beside_an_open_one_is_no_failure()
    {
        var theatre = new Theatre(A("api") with { Ports = [new PublishedPort(3000, 3000, null, "tcp"), new PublishedPort(9229, 9229, null, "tcp")] });
        var api = new FakeContainer("api") { HealthCommand = "ask", OnProbe = () => Pass };
        api.Listens.Add(3000);
        api.ListensAtLoopback.Add(9229);

        Assert.Equal("healthy by its own check", (await theatre.UpAsync(api)).Says);
    }

    [Fact]
    public async Task The_engines_verdict_is_not_enough_for_what_an_earlier_start_was_not_content_with()
    {
        var theatre = new Theatre(A("api") with { Ports = [new PublishedPort(8000, 8000, null, "tcp")] });
        var api = theatre.Engine.Add(new FakeContainer("api") { State = ContainerState.Running, Health = HealthVerdict.Healthy, HealthCommand = "ask", OnProbe = () => Pass });
        api.ListensAtLoopback.Add(8000);

        var outcome = await theatre.UpAsync(theatre.Plan() with { Create = false, Existing = [api.Row()], Doubted = new HashSet<string> { "api" } });

        Assert.False(Assert.Single(outcome.Services).Good);
    }

    [Fact]
    public async Task What_has_just_ended_and_was_last_seen_alive_does_not_count_as_staying_alive()
    {
        var theatre = new Theatre(A("web") with { Ports = [new PublishedPort(80, 8080, null, "tcp")] });
        var web = new FakeContainer("web");
        using var ends = theatre.Clock.CreateTimer(_ => (web.State, web.ExitCode, theatre.Engine.SeesProcesses) = (ContainerState.Exited, 1, false), null, 1.4 * Second, Timeout.InfiniteTimeSpan);

        Assert.Equal("exited with 1", (await theatre.UpAsync(web)).Says);
    }

    [Fact]
    public async Task A_limit_ends_the_wait_with_the_last_answer()
    {
        var theatre = new Theatre(A("api"));
        theatre.Engine.Add(new FakeContainer("api") { HealthCommand = "ask", OnProbe = () => Fail });

        var outcome = await theatre.UpAsync(theatre.Plan() with { Create = false, Pace = new Pace { Limit = 2 * Second } });

        Assert.Equal("not ready within 2 s: exit code 1, 'not yet'", Assert.Single(outcome.Services).Says);
    }
}
