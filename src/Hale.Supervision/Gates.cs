using Hale.Kernel.Engines;
using Hale.Kernel.Runs;

namespace Hale.Supervision;

/// <summary>The moments in a service's life that others wait for.</summary>
internal sealed class Gates(IEnumerable<string> services)
{
    private readonly Dictionary<string, TaskCompletionSource<Creation>> _created = Each<Creation>(services);
    private readonly Dictionary<string, TaskCompletionSource<bool>> _started = Each<bool>(services);
    private readonly Dictionary<string, TaskCompletionSource<ServiceOutcome>> _ended = Each<ServiceOutcome>(services);

    /// <summary>Its containers are there, or it is known why not.</summary>
    public Task<Creation> CreatedAsync(string service) => _created[service].Task;

    /// <summary>True once its containers were started; false when they never will be.</summary>
    public Task<bool> StartedAsync(string service) => _started[service].Task;

    public Task<ServiceOutcome> EndedAsync(string service) => _ended[service].Task;

    public bool IsCreated(string service) => _created[service].Task.IsCompleted;

    public void Created(string service, Creation creation) => _created[service].TrySetResult(creation);

    public void Started(string service, bool really) => _started[service].TrySetResult(really);

    public void Ended(ServiceOutcome outcome)
    {
        _started[outcome.Service].TrySetResult(false);
        _ended[outcome.Service].TrySetResult(outcome);
    }

    private static Dictionary<string, TaskCompletionSource<T>> Each<T>(IEnumerable<string> services) =>
        services.ToDictionary(name => name, _ => new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>A service's containers, or why there are none.</summary>
internal sealed record Creation(IReadOnlyList<Container> Containers, string? Refusal);
