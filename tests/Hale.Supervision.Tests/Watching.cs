using System.Collections.Concurrent;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;
using Hale.Supervision.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Hale.Supervision.Tests;

/// <summary>What counts as trouble in a stack that is watched, and how often it is met.</summary>
public sealed class Watching
{
    private static readonly Attachment Place = new("play_default", ["web"], null, null);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly ScriptedEngine _engine;
    private readonly ConcurrentQueue<Trouble> _told = new();

    public Watching() => _engine = new ScriptedEngine(_clock);

    [Fact]
    public async Task A_container_that_ends_is_trouble_and_one_that_a_person_stops_or_removes_is_not()
    {
        foreach (var service in (string[])["stopped", "removed", "crashed", "killed"])
        {
            Running(service);
        }

        await WatchAsync(async () =>
        {
            _engine.Tell("kill", "stopped", "stopped", signal: 15);
            _engine.Tell("die", "stopped", "stopped");
            _engine.Tell("stop", "stopped", "stopped");
            _engine.Tell("kill", "removed", "removed", signal: 9);
            _engine.Tell("die", "removed", "removed");
            _engine.Tell("destroy", "removed", "removed");
            _engine.Tell("die", "crashed", "crashed");
            _engine.Tell("kill", "killed", "killed", signal: 9);
            _engine.Tell("die", "killed", "killed");
            await PassAsync(TimeSpan.FromSeconds(5));
        });

        Assert.Equal(["crashed Ended", "killed Ended"], Told());
    }

    [Fact]
    public async Task A_container_that_was_started_again_may_be_in_trouble_again()
    {
        Running("a");
        await WatchAsync(async () =>
        {
            _engine.Tell("stop", "a", "a");
            await PassAsync(TimeSpan.FromSeconds(1));
            _engine.Tell("start", "a", "a");
            await PassAsync(TimeSpan.FromSeconds(1));
            _engine.Tell("die", "a", "a");
            await PassAsync(TimeSpan.FromSeconds(1));
        });

        Assert.Equal(["a Ended"], Told());
    }

    [Fact]
    public async Task A_pause_that_lasts_is_trouble_and_one_for_a_backup_is_not()
    {
        Running("a");
        Running("b");
        await WatchAsync(async () =>
        {
            _engine.Tell("pause", "a", "a");
            _engine.Tell("pause", "b", "b");
            await PassAsync(TimeSpan.FromSeconds(5));
            _engine.Tell("unpause", "b", "b");
            await PassAsync(TimeSpan.FromSeconds(8));
        });

        Assert.Equal(["a Paused"], Told());
    }

    [Fact]
    public async Task A_container_that_is_taken_off_a_network_is_trouble_and_is_put_back_as_it_was()
    {
        Running("web").Attachments.Add(Place);
        Running("other").Attachments.Add(Place);
        await WatchAsync(async () =>
        {
            _engine.Containers["web"].Attachments.Clear();
            _engine.Tell("disconnect", "web", "");
            _engine.Tell("disconnect", "somebody-elses", "");
            await PassAsync(TimeSpan.FromSeconds(2));
        });

        Assert.Equal(["web Cut"], Told());
        var theatre = new Theatre();
        var back = await new Mends(theatre.Composer, _engine, _engine, theatre, _clock).AttachAsync("web", _told.Last().Lost, TestContext.Current.CancellationToken);
        Assert.Equal(["play_default"], back);
        Assert.Equal([Place], _engine.Containers["web"].Attachments);
    }

    [Fact]
    public async Task A_container_that_leaves_its_networks_as_it_ends_has_ended_and_nothing_else()
    {
        var web = Running("web");
        web.Attachments.Add(Place);
        await WatchAsync(async () =>
        {
            web.Attachments.Clear();
            _engine.Tell("disconnect", "web", "");
            _engine.Move(web, ContainerState.Exited, 1);
            await PassAsync(TimeSpan.FromSeconds(2));
        });

        Assert.Equal(["web Ended"], Told());
    }

    [Fact]
    public async Task A_hang_is_seen_by_the_services_own_check_long_before_the_engine_asks()
    {
        var hangs = false;
        var slow = Running("slow");
        (slow.HealthCommand, slow.Interval, slow.OnProbe) = ("check", TimeSpan.FromMinutes(10), () => hangs ? new ProbeAnswer(null, "") : Theatre.Pass);
        var quick = Running("quick");
        (quick.HealthCommand, quick.Interval) = ("check", TimeSpan.FromSeconds(5));
        await WatchAsync(async () =>
        {
            await PassAsync(TimeSpan.FromSeconds(40));
            Assert.Empty(Told());
            hangs = true;
            await PassAsync(TimeSpan.FromSeconds(25));
        });

        Assert.Equal(["slow Hung"], Told());
        Assert.DoesNotContain("quick", _engine.CallsOf("probe"));
    }

    [Fact]
    public async Task After_a_restart_of_what_they_need_only_the_dependents_that_do_not_recover_are_trouble()
    {
        var database = Running("db");
        (database.HealthCommand, database.OnProbe) = ("check", () => Theatre.Pass);
        var (asked, stuck) = (0, Running("stuck"));
        (stuck.HealthCommand, stuck.OnProbe) = ("check", () => Theatre.Fail);
        var recovers = Running("recovers");
        (recovers.HealthCommand, recovers.OnProbe) = ("check", () => ++asked > 3 ? Theatre.Pass : Theatre.Fail);
        Running("apart");
        var stack = new Stack { Name = "play", Services = [Theatre.A("db"), Theatre.A("stuck", Theatre.Healthy("db")), Theatre.A("recovers", Theatre.Healthy("db")), Theatre.A("apart")] };
        await WatchAsync(
            async () =>
            {
                _engine.Tell("stop", "db", "db");
                await PassAsync(TimeSpan.FromSeconds(1));
                _engine.Move(database, ContainerState.Running, 0, "start");
                await PassAsync(TimeSpan.FromSeconds(15));
            },
            stack);

        Assert.Equal(["stuck Shaken"], Told());
    }

    [Fact]
    public async Task An_engine_that_goes_away_is_told_once_and_what_ended_meanwhile_is_seen_when_it_is_back()
    {
        var web = Running("web");
        await WatchAsync(async () =>
        {
            (web.State, web.ExitCode) = (ContainerState.Exited, 137);
            _engine.BreakStream();
            await PassAsync(TimeSpan.FromSeconds(5));
        });

        Assert.Equal([" EngineAway", "web Ended", " EngineBack"], Told());
    }

    [Fact]
    public async Task A_stack_that_was_taken_down_is_told_as_gone()
    {
        Running("web");
        await WatchAsync(async () =>
        {
            _engine.Containers.Clear();
            _engine.Tell("destroy", "web", "web");
            await PassAsync(TimeSpan.FromSeconds(15));
        });

        Assert.Equal([" AllGone"], Told());
    }

    [Fact]
    public void What_keeps_failing_is_brought_back_with_growing_pauses_and_not_for_ever()
    {
        var patience = new Patience(_clock);
        var pauses = Enumerable.Range(0, 7).Select(_ => patience.Next("api")).ToList();

        Assert.Equal(TimeSpan.Zero, pauses[0]);
        Assert.All(Enumerable.Range(1, 5), at => Assert.True(pauses[at] > pauses[at - 1]));
        Assert.Null(pauses[6]);
        Assert.NotNull(patience.Next("web"));

        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(TimeSpan.Zero, patience.Next("api"));
    }

    [Fact]
    public void What_was_brought_back_in_vain_three_times_in_a_row_is_left_however_long_each_took()
    {
        var patience = new Patience(_clock);
        for (var time = 1; time <= 3; time++)
        {
            Assert.NotNull(patience.Next("api"));
            patience.Failed("api");
            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Null(patience.Next("api"));
        patience.Succeeded("api");
        Assert.NotNull(patience.Next("api"));
    }

    [Fact]
    public void What_a_person_starts_is_brought_back_at_once_again()
    {
        var patience = new Patience(_clock);
        patience.Next("api");
        patience.Next("api");

        patience.Forget("api");

        Assert.Equal(TimeSpan.Zero, patience.Next("api"));
    }

    [Fact]
    public void Pauses_grow_to_half_a_minute_and_are_never_quite_alike()
    {
        Assert.InRange(GrowingPause.At(0), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.7));
        Assert.InRange(GrowingPause.At(3), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(30), GrowingPause.At(100));
        Assert.True(Enumerable.Range(0, 20).Select(_ => GrowingPause.At(3)).Distinct().Count() > 1);
    }

    private FakeContainer Running(string service)
    {
        var container = _engine.Add(new FakeContainer(service) { State = ContainerState.Running, StartedAt = _clock.GetUtcNow() });
        return container;
    }

    private IEnumerable<string> Told() => _told.Where(trouble => trouble.Kind is not TroubleKind.Watching).Select(trouble => $"{trouble.Service} {trouble.Kind}");

    private async Task WatchAsync(Func<Task> play, Stack? stack = null)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var hears = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watching = Task.Run(
            async () =>
            {
                await foreach (var trouble in new Troubles(_engine, () => stack ?? new Stack { Name = "play" }, _clock).WatchAsync(end.Token))
                {
                    _told.Enqueue(trouble);
                    hears.TrySetResult();
                }
            },
            CancellationToken.None);
        await hears.Task.WaitAsync(TimeSpan.FromSeconds(10), end.Token);
        await play();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    private async Task PassAsync(TimeSpan time)
    {
        for (var end = _clock.GetUtcNow() + time; _clock.GetUtcNow() < end;)
        {
            await Task.Delay(2, TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
