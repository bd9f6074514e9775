using Hale.Kernel.Engines;
using Hale.Kernel.Runs;

namespace Hale.Supervision;

/// <summary>The moments in a service's life that others wait for.</summary>
internal sealed class Gates(IEnumerable<string> services)
{
    private readonly Dictionary<string, Moments> _moments = services.ToDictionary(name => name, _ => new Moments());

    /// <summary>Its containers are there, or it is known why not.</summary>
    public Task<Creation> CreatedAsync(string service) => _moments[service].Created.Task;

    /// <summary>True once its containers were started; false when they never will be.</summary>
    public Task<bool> StartedAsync(string service) => _moments[service].Started.Task;

    public Task<ServiceOutcome> EndedAsync(string service) => _moments[service].Ended.Task;

    /// <summary>True once it is known that the service failed.</summary>
    public bool HasFailed(string service) =>
        _moments.TryGetValue(service, out var moments) && moments.Ended.Task is { IsCompletedSuccessfully: true } ended && ended.Result.Phase is ServicePhase.Failed;

    public bool IsCreated(string service) => CreatedAsync(service).IsCompleted;

    public void Created(string service, Creation creation) => _moments[service].Created.TrySetResult(creation);

    public void Started(string service, bool really) => _moments[service].Started.TrySetResult(really);

    public void Ended(ServiceOutcome outcome)
    {
        Started(outcome.Service, false);
        _moments[outcome.Service].Ended.TrySetResult(outcome);
    }

    /// <summary>Releases whoever waits for a service whose way was broken off.</summary>
    public void BreakOff(string service)
    {
        _moments[service].Started.TrySetCanceled();
        _moments[service].Ended.TrySetCanceled();
    }

    private sealed record Moments
    {
        public TaskCompletionSource<Creation> Created { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<bool> Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<ServiceOutcome> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>A service's containers, or why there are none.</summary>
internal sealed record Creation(IReadOnlyList<Container> Containers, string? Refusal);
