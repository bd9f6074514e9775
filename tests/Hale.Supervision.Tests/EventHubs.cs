using Hale.Supervision.Tests.Fakes;

namespace Hale.Supervision.Tests;

/// <summary>Who is woken by which event.</summary>
public sealed class EventHubs
{
    [Fact]
    public async Task An_event_wakes_who_waits_for_that_container_and_nobody_else()
    {
        var engine = new ScriptedEngine(TimeProvider.System);
        await using var hub = new EventHub(engine, "play", TimeProvider.System);
        var (web, db) = (hub.Next("web"), hub.Next("db"));

        engine.Tell("die", "web", "web");

        await web.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(db.IsCompleted);
    }

    [Fact]
    public async Task No_event_is_lost_between_a_look_and_the_wait()
    {
        var engine = new ScriptedEngine(TimeProvider.System);
        await using var hub = new EventHub(engine, "play", TimeProvider.System);
        for (var round = 0; round < 500; round++)
        {
            var next = hub.Next("web");
            engine.Tell("die", "web", "web");
            await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Nobody_who_waits_means_no_subscription()
    {
        var engine = new ScriptedEngine(TimeProvider.System);
        await using (new EventHub(engine, "play", TimeProvider.System))
        {
        }

        Assert.Empty(engine.Calls);
    }
}
