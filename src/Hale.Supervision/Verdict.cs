using Hale.Kernel.Runs;

namespace Hale.Supervision;

/// <summary>What became of one container, and how that was judged.</summary>
/// <param name="Phase">Ready, completed or failed.</param>
/// <param name="Says">The judgement in one sentence without a full stop.</param>
public sealed record Verdict(ServicePhase Phase, string Says);

/// <summary>What a container's service is expected to come to.</summary>
public enum Expectation
{
    /// <summary>To be ready and stay.</summary>
    Ready,

    /// <summary>To do its work and exit with 0.</summary>
    Completed,
}
