using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>What has to be done to bring a stack up.</summary>
public sealed record BringupPlan
{
    public required Stack Stack { get; init; }

    /// <summary>The services to bring up, with all that they depend on.</summary>
    public required IReadOnlyList<Service> Services { get; init; }

    /// <summary>True when those are all the services that the stack has.</summary>
    public required bool Everything { get; init; }

    /// <summary>The services whose images are built first.</summary>
    public IReadOnlyList<string> Build { get; init; } = [];

    /// <summary>Build without what BuildKit remembers.</summary>
    public bool WithoutCache { get; init; }

    /// <summary>Of those, the services that are built without what BuildKit remembers whatever the others are.</summary>
    public IReadOnlyList<string> BuildAnew { get; init; } = [];

    /// <summary>True when something may have to be created; false when every container is known to be what Compose would make now.</summary>
    public bool Create { get; init; } = true;

    /// <summary>The containers that are there before anything is done.</summary>
    public IReadOnlyList<Container> Existing { get; init; } = [];

    /// <summary>The ids of containers that did their work in an earlier run and need not do it again.</summary>
    public IReadOnlySet<string> Completed { get; init; } = new HashSet<string>();

    /// <summary>The services that an earlier start was not content with: the engine's own verdict on them is not enough.</summary>
    public IReadOnlySet<string> Doubted { get; init; } = new HashSet<string>();

    /// <summary>The services that failed soon after their start a moment ago, with after how long: that is outlived before they are called ready.</summary>
    public IReadOnlyDictionary<string, TimeSpan> FailedAfter { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>
    /// True when a container may be started while Compose still creates others: see <see cref="IContainerEngine.CreatesWholeAsync"/>.
    /// </summary>
    public bool StartWhileCreating { get; init; }

    public Pace Pace { get; init; } = new();
}
