using System.Collections.Concurrent;
using Hale.Kernel.Stacks;

namespace Hale.Supervision.Tests.Fakes;

/// <summary>Compose as a test wants it: it creates what the test says, and builds when the test lets it.</summary>
internal sealed class ScriptedComposer(ScriptedEngine engine) : IComposer
{
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Ends with the answer of the build.</summary>
    public Func<Action<BuildStep>, CancellationToken, Task<ComposeAnswer>> Build { get; set; } = (_, _) => throw new InvalidOperationException("nobody expected a build");

    /// <summary>Ends when Compose's create does.</summary>
    public Func<Task<ComposeAnswer>> Create { get; set; } = () => Task.FromResult(new ComposeAnswer(0, []));

    /// <summary>Makes the containers of a service, unless they are there.</summary>
    public Func<string, IReadOnlyList<FakeContainer>> Make { get; set; } = service => [new FakeContainer(service)];

    public required IReadOnlyList<Service> Services { get; init; }

    public Task<IReadOnlyList<string>?> AllServicesAsync(CancellationToken stop) => throw new InvalidOperationException("nobody expected all services to be asked for");

    public Task<ModelAnswer> ResolveAsync(CancellationToken stop) => throw new InvalidOperationException("nobody expected the model to be asked for");

    public Task<ComposeAnswer> BuildAsync(IReadOnlyList<string> services, bool withoutCache, Action<BuildStep> step, CancellationToken stop)
    {
        Calls.Enqueue($"build {string.Join(' ', services)}");
        return Build(step, stop);
    }

    public async Task<ComposeAnswer> CreateAsync(IReadOnlyList<string>? services, CancellationToken stop)
    {
        var asked = services ?? [.. Services.Select(service => service.Name)];
        Calls.Enqueue($"create {(services is null ? "everything" : string.Join(' ', asked))}");
        Assert.All(asked, name => Assert.All(Services.Single(service => service.Name == name).DependsOn, on => Assert.Contains(on.Service, asked)));
        foreach (var container in asked.Where(name => engine.Containers.Values.All(there => there.Service != name)).SelectMany(Make))
        {
            engine.Add(container);
            engine.Tell("create", container.Id, container.Service);
        }

        return await Create();
    }

    public Task<ComposeAnswer> StartAsync(string service, CancellationToken stop)
    {
        Calls.Enqueue($"start {service}");
        var container = engine.Containers.Values.Single(container => container.Service == service);
        engine.Move(container, Kernel.Engines.ContainerState.Running, 0, "start");
        container.OnStart(container);
        return Task.FromResult(new ComposeAnswer(0, []));
    }

    public Task<ComposeAnswer> StopAsync(string service, CancellationToken stop)
    {
        Calls.Enqueue($"stop {service}");
        return Task.FromResult(new ComposeAnswer(0, []));
    }

    public Task<IReadOnlyList<string>> OutOfDateAsync(Stack stack, CancellationToken stop) => throw new InvalidOperationException("nobody expected that question");

    public Task<IReadOnlyList<string>> ChangedSinceBuiltAsync(Stack stack, CancellationToken stop) => throw new InvalidOperationException("nobody expected that question");
}
