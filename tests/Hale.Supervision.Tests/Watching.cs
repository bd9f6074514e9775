using Hale.Kernel.Engines;
using Hale.Supervision.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Hale.Supervision.Tests;

/// <summary>What counts as trouble in a stack that is watched, and how often it is met.</summary>
public sealed class Watching
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_container_that_ends_is_trouble_and_one_that_a_person_stops_is_not()
    {
        var engine = new ScriptedEngine(_clock);
        engine.Tell("die", "stopped", "web");
        engine.Tell("stop", "stopped", "web");
        engine.Tell("die", "removed", "job");
        engine.Tell("destroy", "removed", "job");
        engine.Tell("die", "crashed", "api");

        Assert.Equal(["api"], (await TroublesAsync(engine, 1)).Select(trouble => trouble.Service));
    }

    [Fact]
    public async Task A_container_that_was_started_again_may_be_in_trouble_again()
    {
        var engine = new ScriptedEngine(_clock);
        engine.Tell("stop", "a", "web");
        engine.Tell("start", "a", "web");
        engine.Tell("die", "a", "web");
        engine.Tell("health_status: unhealthy", "b", "api");

        Assert.Equal(["api", "web"], (await TroublesAsync(engine, 2)).Select(trouble => trouble.Service).Order());
    }

    [Fact]
    public async Task A_stream_that_breaks_is_told()
    {
        var engine = new ScriptedEngine(_clock);
        engine.BreakStream();

        await Assert.ThrowsAsync<EngineException>(() => TroublesAsync(engine, 1));
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

    private async Task<List<Trouble>> TroublesAsync(ScriptedEngine engine, int count)
    {
        var found = new List<Trouble>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reading = Task.Run(
            async () =>
            {
                await foreach (var trouble in new Troubles(engine, "play", _clock).WatchAsync(end.Token))
                {
                    found.Add(trouble);
                    if (found.Count == count)
                    {
                        break;
                    }
                }
            },
            end.Token);
        for (var step = 0; step < 400 && !reading.IsCompleted; step++)
        {
            await Task.WhenAny(reading, Task.Delay(5, end.Token));
            _clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        await end.CancelAsync();
        await reading;
        return found;
    }
}
