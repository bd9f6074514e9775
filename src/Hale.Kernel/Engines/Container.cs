namespace Hale.Kernel.Engines;

/// <summary>A container of a stack, as the engine's list shows it.</summary>
public sealed record Container
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Service { get; init; }

    /// <summary>Which replica it is, counted from 1.</summary>
    public int Number { get; init; } = 1;

    public ContainerState State { get; init; }

    /// <summary>The engine's own verdict; <see cref="HealthVerdict.None"/> when it has no health check.</summary>
    public HealthVerdict Health { get; init; }

    /// <summary>The exit code of its last run; null unless it has exited.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When it was created; null when the engine does not tell.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>How long its present run lasts, while that is less than a minute; null when it is longer, or it does not run.</summary>
    public TimeSpan? UpFor { get; init; }

    /// <summary>Compose's hash of the configuration it was created from.</summary>
    public string ConfigHash { get; init; } = "";

    public string ImageId { get; init; } = "";

    /// <summary>True when it was made by <c>docker compose run</c> and is no part of the stack.</summary>
    public bool OneOff { get; init; }

    public IReadOnlyList<BoundPort> Ports { get; init; } = [];
}

/// <summary>The engine's container states.</summary>
public enum ContainerState
{
    Created,
    Running,
    Paused,
    Restarting,
    Removing,
    Exited,
    Dead,
}

/// <summary>The engine's health verdicts.</summary>
public enum HealthVerdict
{
    None,
    Starting,
    Healthy,
    Unhealthy,
}

/// <summary>A port that the engine really published.</summary>
public sealed record BoundPort(int Target, int Published, string HostIp, string Protocol);

/// <summary>What <c>inspect</c> adds to the list's view of a container.</summary>
public sealed record ContainerDetail
{
    public required string Id { get; init; }

    public ContainerState State { get; init; }

    /// <summary>The engine's own words for why a container did not start (<c>State.Error</c>); empty when there are none.</summary>
    public string Error { get; init; } = "";

    public int ExitCode { get; init; }

    public bool OomKilled { get; init; }

    /// <summary>The process id of its PID 1 as the engine's host sees it; 0 when it does not run.</summary>
    public int Pid { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The health check in force, from the Compose file or the image; null when there is none.</summary>
    public HealthCheck? HealthCheck { get; init; }

    public HealthVerdict Health { get; init; }

    /// <summary>When the engine's last own probe began; null when it has not probed since the last start.</summary>
    public DateTimeOffset? LastProbe { get; init; }

    /// <summary>True when that probe passed.</summary>
    public bool LastProbePassed { get; init; }

    /// <summary>How often its restart policy has started it again.</summary>
    public int RestartCount { get; init; }

    /// <summary>The TCP ports that image and configuration expose, inside the container.</summary>
    public IReadOnlyList<int> ExposedPorts { get; init; } = [];

    /// <summary>The signal that asks it to stop, such as <c>SIGTERM</c> or <c>15</c>.</summary>
    public string StopSignal { get; init; } = "SIGTERM";

    /// <summary>How long it may take to stop.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>True when it shares another container's or the host's network, so that listening sockets there need not be its own.</summary>
    public bool SharesNetwork { get; init; }

    /// <summary>The networks that it is on.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>A container's place on a network.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Aliases">The names by which others on it reach the container.</param>
/// <param name="IPv4">The address that the Compose file gives it; null where the engine chooses one.</param>
/// <param name="IPv6">The same.</param>
public sealed record Attachment(string Network, IReadOnlyList<string> Aliases, string? IPv4, string? IPv6);

/// <summary>A health check as the engine holds it.</summary>
public sealed record HealthCheck
{
    /// <summary>The command as <c>exec</c> takes it: for <c>CMD-SHELL</c> already behind the container's shell.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public int Retries { get; init; } = 3;

    public TimeSpan StartPeriod { get; init; }

    /// <summary>How long the engine itself may take, from the start, until its verdict is <c>unhealthy</c>.</summary>
    public TimeSpan LongestDetection => StartPeriod + (Retries * (Interval + Timeout));
}
