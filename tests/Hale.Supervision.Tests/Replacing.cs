using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;
using Hale.Supervision.Tests.Fakes;
using static Hale.Supervision.Tests.Fakes.Theatre;

namespace Hale.Supervision.Tests;

/// <summary>What happens to a container that Compose replaces, while Compose waits for its end.</summary>
public sealed class Replacing
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_old_container_that_cannot_hear_is_ended_at_once()
    {
        var theatre = Replacement(new FakeContainer("api") { Id = "old", Catches = false });

        await theatre.UpAsync();

        Assert.Equal(["old SIGKILL"], theatre.Engine.CallsOf("signal"));
        Assert.True(theatre.Now < Grace / 2);
    }

    [Fact]
    public async Task An_old_container_that_hears_keeps_its_grace()
    {
        var theatre = Replacement(new FakeContainer("api") { Id = "old" });

        await theatre.UpAsync();

        Assert.True(theatre.Now >= Grace);
    }

    [Fact]
    public async Task A_signal_that_somebody_else_sends_is_no_reason_to_end_anything()
    {
        var theatre = Replacement(new FakeContainer("api") { Id = "old", Catches = false }, madeAnew: false);

        await theatre.UpAsync();

        Assert.Empty(theatre.Engine.CallsOf("signal"));
    }

    /// <summary>Compose makes the new container, asks the old one to stop, and goes on when it ended or its grace is over.</summary>
    private static Theatre Replacement(FakeContainer old, bool madeAnew = true)
    {
        var theatre = new Theatre(A("api"));
        old.State = ContainerState.Running;
        theatre.Engine.Add(old);
        theatre.Composer.Create = async () =>
        {
            if (madeAnew)
            {
                theatre.Engine.Tell("create", "new", "api");
            }

            theatre.Engine.Tell("kill", "old", "api", signal: 15);
            for (var asked = theatre.Now; old.State is ContainerState.Running && theatre.Now - asked < Grace;)
            {
                await Task.Delay(1);
            }

            theatre.Engine.Containers.TryRemove("old", out _);
            theatre.Engine.Add(new FakeContainer("api") { Id = "new" });
            return new ComposeAnswer(0, []);
        };
        return theatre;
    }
}
