using Hale.Healing;
using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>How <c>hale docker</c> or <c>hale down</c> ended. The times by phase and the URLs are worked out by whoever prints.</summary>
internal sealed record RunReport
{
    public required Verdict Verdict { get; init; }

    /// <summary>The Compose project name; null when the run did not get as far as knowing it.</summary>
    public string? Project { get; init; }

    /// <summary>What became of the services; null when the run did not get as far.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What was mended and what is left; null when nothing was looked at.</summary>
    public HealingReport? Healing { get; init; }

    /// <summary>The overlay in force, so that what runs in place of something else is said again in every run.</summary>
    public Overlay Overlay { get; init; } = Overlay.Empty;

    /// <summary>With <c>--dry-run</c>: what would be done, one sentence each, after what would be mended.</summary>
    public IReadOnlyList<string> WouldDo { get; init; } = [];

    /// <summary>What <c>down</c> left in place on purpose, such as a named volume, one sentence each.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    public required TimeSpan Took { get; init; }
}

/// <summary>Where a stack stands.</summary>
/// <param name="Project">The Compose project name.</param>
/// <param name="Services">One entry a service, in the order of the model.</param>
internal sealed record StatusReport(string Project, IReadOnlyList<ServiceStatus> Services)
{
    public required KeeperReport Keeper { get; init; }
}

/// <summary>The project's keeper, or that there is none.</summary>
internal sealed record KeeperReport
{
    /// <summary>Its process; null when there is none.</summary>
    public int? Pid { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>How often it brought a service back.</summary>
    public int Mended { get; init; }

    /// <summary>The services that kept failing and were left as they are.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>The process of one that is gone and did not say so; null when there is none.</summary>
    public int? Lost { get; init; }

    /// <summary>True when it was started just now.</summary>
    public bool IsNew { get; init; }

    /// <summary>Where a keeper writes what it sees and does.</summary>
    public required string Log { get; init; }
}

/// <summary>Where a service stands, as the engine has it.</summary>
internal sealed record ServiceStatus
{
    public required string Name { get; init; }

    public required HealthStatus Status { get; init; }

    /// <summary>The engine's state and verdict in a few words, such as <c>running, healthy</c> or <c>exited 0</c>.</summary>
    public required string Says { get; init; }

    public int Running { get; init; }

    public int Wanted { get; init; } = 1;

    public IReadOnlyList<BoundPort> Ports { get; init; } = [];

    /// <summary>True for a one-shot that did its work.</summary>
    public bool Completed { get; init; }
}

/// <summary>What the services answered when they were asked.</summary>
internal sealed record HealthReport(Verdict Verdict, IReadOnlyList<ServiceHealth> Services);

/// <summary>The health of a service, in the shape that tools read: the field names are a promise.</summary>
internal sealed record ServiceHealth
{
    public required string Name { get; init; }

    public required HealthStatus Status { get; init; }

    public required DateTimeOffset LastCheck { get; init; }

    public string? Url { get; init; }

    public required IReadOnlyList<string> Dependencies { get; init; }

    public IReadOnlyList<string>? Errors { get; init; }
}

/// <summary>The four words for a service's health.</summary>
internal enum HealthStatus
{
    Healthy,
    Unhealthy,
    Starting,
    Stopped,
}

/// <summary>What was found when nothing was to be mended; the findings are those left.</summary>
internal sealed record TroubleshootReport(Verdict Verdict, HealingReport Healing)
{
    /// <summary>The file that the evidence was saved to; null when it was not asked for.</summary>
    public string? SavedTo { get; init; }
}

/// <summary>A line of a container's output, as it came.</summary>
internal sealed record LogLine(string Service, int Number, bool IsError, string Text);

/// <summary>The engine in use.</summary>
internal sealed record EngineReport
{
    /// <summary>Where it is looked for.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Its version; null when it does not answer.</summary>
    public string? Version { get; init; }

    /// <summary>The process that Hale started and that still runs; null when there is none.</summary>
    public int? StartedByHale { get; init; }

    /// <summary>Where that process writes its log.</summary>
    public string? Log { get; init; }
}
