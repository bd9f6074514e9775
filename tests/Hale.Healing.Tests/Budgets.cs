using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Healing.Tests;

/// <summary>What is done for one service has an end, and what is brought up again and again is brought up with growing pauses.</summary>
public sealed class Budgets
{
    [Fact]
    public async Task No_more_than_eight_things_are_done_for_one_service_in_a_run()
    {
        string[] names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        var world = new World();
        foreach (var name in names)
        {
            world.Wrong.Add(name);
            world.Hands[name] = () => new Receipt(true, "done");
        }

        var report = await world.With([.. names.Select(name => new Word(name, new CreateFile(name, "template", "it is missing")))]).HealAsync(beforeStart: false, TestContext.Current.CancellationToken);

        Assert.Equal(8, world.Done.Count(call => call.StartsWith("do ", StringComparison.Ordinal)));
        Assert.Equal(2, report.Left.Count(left => left.Tried.Any(tried => tried.Receipt.Says.Contains("no more is", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_port_that_moved_is_named_in_however_many_variables()
    {
        var names = Enumerable.Range(1, 12).Select(number => $"X{number}").ToList();
        var world = new World();
        foreach (var name in names)
        {
            world.Wrong.Add(name);
            world.Hands[name] = () => new Receipt(world.Wrong.Remove(name), "done");
        }

        var report = await world.With([.. names.Select(name => new Word(name, new TellPort("web", name, IsArgument: false, new MovedPort(8080, 8081), "it moved")))]).HealAsync(beforeStart: true, TestContext.Current.CancellationToken);

        Assert.Equal(12, report.Mended.Count);
        Assert.Empty(report.Left);
    }

    [Fact]
    public async Task A_service_that_is_brought_up_again_is_waited_for_longer_each_time()
    {
        var clock = new Hurried();
        var world = new World { Clock = clock };
        string[] faults = ["a", "b", "c", "d"];
        var healer = world.With([.. faults.Select(fault => new Word(fault, new RestartService(fault, "it hangs")))]);
        foreach (var fault in faults)
        {
            world.Wrong.Add(fault);
            world.Hands[fault] = () => new Receipt(world.Wrong.Remove(fault), "done");
            await healer.HealAsync(beforeStart: false, TestContext.Current.CancellationToken);
            healer.Attempted();
        }

        Assert.Collection(
            clock.Pauses,
            first => Assert.InRange(first.TotalMilliseconds, 375, 625),
            second => Assert.InRange(second.TotalMilliseconds, 750, 1250),
            third => Assert.InRange(third.TotalMilliseconds, 1500, 2500));
    }

    [Fact]
    public async Task What_changes_files_is_not_waited_for()
    {
        var clock = new Hurried();
        var world = new World { Clock = clock };
        var healer = world.With(new Word("a", new CreateFile("a", "template", "it is missing")), new Word("b", new CreateFile("b", "template", "it is missing")));
        foreach (var fault in (string[])["a", "b"])
        {
            world.Wrong.Add(fault);
            world.Hands[fault] = () => new Receipt(world.Wrong.Remove(fault), "done");
            await healer.HealAsync(beforeStart: false, TestContext.Current.CancellationToken);
            healer.Attempted();
        }

        Assert.Empty(clock.Pauses);
    }

    /// <summary>A clock whose timers ring at once, and that remembers for how long they were set.</summary>
    private sealed class Hurried : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                Pauses.Add(dueTime);
            }

            return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
        }
    }
}
