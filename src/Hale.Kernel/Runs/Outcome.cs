using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Kernel.Runs;

/// <summary>What became of a stack.</summary>
/// <param name="Services">One entry a service, in the order of the model.</param>
/// <param name="Refusal">Why the stack as a whole could not be brought up (a build, a create); null when it got as far as its services.</param>
public sealed record Outcome(IReadOnlyList<ServiceOutcome> Services, string? Refusal)
{
    /// <summary>The last lines of what refused, oldest first.</summary>
    public IReadOnlyList<string> RefusalSeen { get; init; } = [];

    /// <summary>The build steps that failed.</summary>
    public IReadOnlyList<BuildStep> FailedSteps { get; init; } = [];

    public bool Healthy => Refusal is null && Services.All(service => service.Good);
}

/// <summary>What became of one service.</summary>
public sealed record ServiceOutcome
{
    public required string Service { get; init; }

    /// <summary><see cref="ServicePhase.Ready"/>, <see cref="ServicePhase.Completed"/>, or where it stopped.</summary>
    public required ServicePhase Phase { get; init; }

    /// <summary>How that was judged, or what went wrong, in one sentence.</summary>
    public string Says { get; init; } = "";

    /// <summary>The last lines of its output when it failed.</summary>
    public IReadOnlyList<string> Tail { get; init; } = [];

    /// <summary>True when Hale started it in this run.</summary>
    public bool StartedNow { get; init; }

    /// <summary>When, since the run began, its start was asked for; null when it already ran.</summary>
    public TimeSpan? Started { get; init; }

    /// <summary>When, since the run began, it was ready.</summary>
    public TimeSpan? Ready { get; init; }

    /// <summary>The services whose readiness it waited for.</summary>
    public IReadOnlyList<string> WaitedFor { get; init; } = [];

    public IReadOnlyList<BoundPort> Ports { get; init; } = [];

    public bool Good => Phase is ServicePhase.Ready or ServicePhase.Completed;
}
