using System.Collections.Concurrent;
using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;
using Microsoft.Extensions.Time.Testing;

namespace Hale.Supervision.Tests.Fakes;

/// <summary>A stack, a scripted engine and Compose, and a clock that runs as fast as the test can.</summary>
internal sealed class Theatre : IStage
{
    private readonly DateTimeOffset _began;

    public Theatre(params IReadOnlyList<Service> services)
    {
        _began = Clock.GetUtcNow();
        Engine = new ScriptedEngine(Clock);
        Composer = new ScriptedComposer(Engine) { Services = services };
        Stack = new Stack { Name = "play", Services = services };
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public ScriptedEngine Engine { get; }

    public ScriptedComposer Composer { get; }

    public Stack Stack { get; init; }

    public ConcurrentQueue<RunEvent> Told { get; } = new();

    public TimeSpan Now => Clock.GetUtcNow() - _began;

    public void Tell(RunEvent happened) => Told.Enqueue(happened);

    public BringupPlan Plan() => new() { Stack = Stack, Services = Stack.Services, Everything = true, StartWhileCreating = true, Existing = [.. Engine.Containers.Values.Select(container => container.Row())] };

    public Task<Outcome> UpAsync(BringupPlan? plan = null) => UpUntilAsync(plan ?? Plan(), TestContext.Current.CancellationToken);

    public Task<Outcome> UpUntilAsync(BringupPlan plan, CancellationToken stop) =>
        PlayAsync(new Bringup(Composer, Engine, Engine, this, Clock).RunAsync(plan, stop));

    public async Task<ServiceOutcome> UpAsync(FakeContainer only)
    {
        Engine.Add(only);
        return Assert.Single((await UpAsync(Plan() with { Create = false })).Services);
    }

    public Task<IReadOnlyList<string>> DownAsync(params IReadOnlyList<string> volumes) =>
        PlayAsync(new Shutdown(Composer, Engine, Engine, this, Clock).RunAsync(Stack, volumes, TestContext.Current.CancellationToken));

    /// <summary>Lets time pass until the task ends, five minutes at most.</summary>
    public async Task<T> PlayAsync<T>(Task<T> task)
    {
        for (var step = 0; step < 6000 && !task.IsCompleted; step++)
        {
            await Task.WhenAny(task, Task.Delay(1));
            Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        return await task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    public async Task PassAsync(TimeSpan time)
    {
        for (var end = Now + time; Now < end;)
        {
            await Task.Delay(1);
            Clock.Advance(TimeSpan.FromMilliseconds(50));
        }
    }

    public static Service A(string name, params IReadOnlyList<Dependency> dependsOn) => new() { Name = name, Image = name, DependsOn = dependsOn };

    public static Service Built(string name, params IReadOnlyList<Dependency> dependsOn) => A(name, dependsOn) with { Build = new BuildSource { Context = "/" } };

    public static Dependency Started(string service) => new(service, DependencyCondition.Started);

    public static Dependency Healthy(string service) => new(service, DependencyCondition.Healthy);

    public static Dependency Done(string service) => new(service, DependencyCondition.CompletedSuccessfully);

    public static ProbeAnswer Pass { get; } = new(0, "");

    public static ProbeAnswer Fail { get; } = new(1, "not yet");
}
