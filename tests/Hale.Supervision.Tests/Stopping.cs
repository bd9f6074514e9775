using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;
using Hale.Supervision.Tests.Fakes;
using static Hale.Supervision.Tests.Fakes.Theatre;

namespace Hale.Supervision.Tests;

/// <summary>How a stack goes down.</summary>
public sealed class Stopping
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_process_that_cannot_hear_the_signal_is_not_waited_for()
    {
        var theatre = Running(A("api"), new FakeContainer("api") { Catches = false });

        await theatre.DownAsync();

        Assert.Empty(theatre.Engine.CallsOf("signal"));
        Assert.Equal(["api"], theatre.Engine.CallsOf("remove"));
        Assert.True(theatre.Now < Second);
    }

    [Fact]
    public async Task A_process_that_hears_the_signal_gets_all_its_grace()
    {
        var theatre = Running(A("db"), new FakeContainer("db") { Grace = 20 * Second });

        await theatre.DownAsync();

        Assert.Equal(["db SIGTERM"], theatre.Engine.CallsOf("signal"));
        Assert.InRange(theatre.Now, 20 * Second, 22 * Second);
    }

    [Fact]
    public async Task A_process_that_heard_the_signal_once_and_goes_on_serving_is_ended()
    {
        var node = new FakeContainer("front") { OnSignal = (container, _) => container.Catches = false };
        node.Listens.Add(3000);
        var theatre = Running(A("front"), node);

        await theatre.DownAsync();

        Assert.InRange(theatre.Now, Second / 2, 2 * Second);
    }

    [Fact]
    public async Task A_process_whose_handler_was_for_once_and_which_stopped_serving_may_end_properly()
    {
        var node = new FakeContainer("front");
        node.Listens.Add(3000);
        var theatre = Running(A("front"), node);
        ITimer? ends = null; // One that nobody holds is collected, and never comes.
        node.OnSignal = (container, _) =>
        {
            container.Catches = false;
            container.Listens.Clear();
            ends = theatre.Clock.CreateTimer(_ => theatre.Engine.Move(container, ContainerState.Exited), null, 4 * Second, Timeout.InfiniteTimeSpan);
        };

        await theatre.DownAsync();

        Assert.InRange(theatre.Now, 4 * Second, 5 * Second);
        Assert.NotNull(ends);
    }

    [Theory]
    [InlineData("SIGTERM", 15)]
    [InlineData("SIGINT", 2)]
    [InlineData("quit", 3)]
    [InlineData("SIGWINCH", 28)]
    [InlineData("9", 9)]
    [InlineData("SIGRTMIN+3", 37)]
    public async Task A_stop_signal_is_understood_however_it_is_written(string written, int number)
    {
        var theatre = Running(A("web"), new FakeContainer("web") { StopSignal = written, Catches = false });

        await theatre.DownAsync();

        Assert.Contains(number.ToString(System.Globalization.CultureInfo.InvariantCulture), theatre.Engine.CallsOf("catches"));
    }

    [Fact]
    public async Task Where_processes_cannot_be_seen_the_container_is_asked_itself()
    {
        var theatre = Running(A("api"), new FakeContainer("api") { OnProbe = () => new ProbeAnswer(0, "SigBlk:\t0000000000000000\nSigCgt:\t0000000000000002\n") });
        theatre.Engine.SeesProcesses = false;

        await theatre.DownAsync();

        Assert.Empty(theatre.Engine.CallsOf("signal"));
        Assert.True(theatre.Now < Second);
    }

    [Fact]
    public async Task Dependents_go_before_what_they_depend_on()
    {
        var theatre = new Theatre(A("db"), A("api", Healthy("db")), A("proxy", Started("api")));
        foreach (var name in new[] { "db", "api", "proxy" })
        {
            theatre.Engine.Add(new FakeContainer(name) { State = ContainerState.Running, Catches = false });
        }

        await theatre.DownAsync();

        Assert.Equal(["proxy", "api", "db"], theatre.Engine.CallsOf("remove"));
    }

    [Fact]
    public async Task Own_networks_go_external_ones_and_orphans_stay_and_only_named_volumes_are_removed()
    {
        var theatre = new Theatre(A("web"))
        {
            Stack = new Stack
            {
                Name = "play",
                Services = [A("web")],
                Networks = [new StackNetwork("default", "play_default", false), new StackNetwork("shared", "shared", true)],
                Volumes = [new StackVolume("data", "play_data", false)],
            },
        };
        theatre.Engine.Networks.AddRange(["play_default", "shared", "play_other"]);
        theatre.Engine.Add(new FakeContainer("web") { State = ContainerState.Running, Catches = false });
        theatre.Engine.Add(new FakeContainer("orphan") { State = ContainerState.Running });
        theatre.Engine.RefuseNetwork = _ => new EngineException("network has active endpoints");

        var orphans = await theatre.DownAsync("play_cache");

        Assert.Equal(["orphan"], orphans);
        Assert.Equal(["web"], theatre.Engine.CallsOf("remove"));
        Assert.Equal(["play_default"], theatre.Engine.CallsOf("network"));
        Assert.Equal(["play_cache"], theatre.Engine.CallsOf("volume"));
        Assert.Contains(theatre.Told.OfType<Noted>(), noted => noted.Text.Contains("play_default", StringComparison.Ordinal));
    }

    private static Theatre Running(Service service, FakeContainer container)
    {
        var theatre = new Theatre(service);
        container.State = ContainerState.Running;
        theatre.Engine.Add(container);
        return theatre;
    }
}
