using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Kernel.Faults;

/// <summary>The stack's containers, each with what it printed last.</summary>
public sealed record ContainerFacts(IReadOnlyList<SeenContainer> Containers)
{
    /// <summary>When they were looked at; null where nobody noted it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The services of profiles that are not active; null where nobody asked, since each container is of a service that the model has.</summary>
    public IReadOnlyList<string>? InactiveServices { get; init; }

    /// <summary>The containers of one service.</summary>
    public IEnumerable<SeenContainer> Of(string service) => Containers.Where(container => container.Service == service);
}

/// <summary>A container as the engine and its own output show it.</summary>
public sealed record SeenContainer
{
    public required string Name { get; init; }

    /// <summary>The engine's id of it; empty where that was not read.</summary>
    public string Id { get; init; } = "";

    public required string Service { get; init; }

    /// <summary>Which replica it is, counted from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The project folder that Compose noted when it made it; empty where that was not read.</summary>
    public string Folder { get; init; } = "";

    /// <summary>When it was made; null where nobody noted it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public ContainerState State { get; init; }

    /// <summary>How its last run ended; 0 while it runs its first time.</summary>
    public int ExitCode { get; init; }

    /// <summary>The engine's own words for why it did not start (<c>State.Error</c>); empty when there are none.</summary>
    public string Error { get; init; } = "";

    public bool OomKilled { get; init; }

    /// <summary>
    /// The signals that the engine sent it before it was last ended by force, oldest first; null when it was not ended so, or the engine has
    /// forgotten.
    /// </summary>
    public IReadOnlyList<SentSignal>? Signals { get; init; }

    /// <summary>True when its first process runs and ignores SIGTERM, which is to stop it; null when that cannot be seen.</summary>
    public bool? IgnoresStop { get; init; }

    /// <summary>How many seconds it is given to stop; 0 where that was not read.</summary>
    public int StopGraceSeconds { get; init; }

    public int RestartCount { get; init; }

    /// <summary>The engine's restart policy, such as <c>no</c> or <c>always</c>.</summary>
    public string RestartPolicy { get; init; } = "no";

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public HealthVerdict Health { get; init; }

    /// <summary>The health check in force; null when there is none.</summary>
    public HealthCheck? HealthCheck { get; init; }

    /// <summary>The engine's last probes since the last start, oldest first; at most 5.</summary>
    public IReadOnlyList<SeenProbe> Probes { get; init; } = [];

    public string Image { get; init; } = "";

    /// <summary>Entrypoint and command together, as the engine runs them.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The user it runs as; empty for the image's own, which is root unless the image says otherwise.</summary>
    public string User { get; init; } = "";

    /// <summary>The names of variables that it has with other values than the project's files give by now, where it runs.</summary>
    public IReadOnlyList<string> StaleVariables { get; init; } = [];

    /// <summary>The limit of its memory in bytes; 0 when there is none.</summary>
    public long MemoryLimit { get; init; }

    /// <summary>The limit of its memory and swap together in bytes; 0 when the engine names none, -1 when there is none.</summary>
    public long MemorySwapLimit { get; init; }

    /// <summary>The limit of its processes; 0 when there is none.</summary>
    public long PidsLimit { get; init; }

    public bool ReadOnlyRoot { get; init; }

    /// <summary>The network that it was made with, or how it does without one, such as <c>host</c> or <c>container:…</c>; empty when that was not read.</summary>
    public string NetworkMode { get; init; } = "";

    public IReadOnlyList<SeenNetwork> Networks { get; init; } = [];

    public IReadOnlyList<Mount> Mounts { get; init; } = [];

    /// <summary>The ports that the engine publishes for it at this moment.</summary>
    public IReadOnlyList<BoundPort> Ports { get; init; } = [];

    /// <summary>The TCP ports that something in it listens on for others; null when that cannot be seen.</summary>
    public IReadOnlyList<int>? Listens { get; init; }

    /// <summary>The TCP ports that something in it listens on for itself alone, at loopback; null when that cannot be seen.</summary>
    public IReadOnlyList<int>? ListensAtLoopback { get; init; }

    /// <summary>The last lines of its output since its last start, both streams in order, oldest first; at most 200, colours and prefixes removed.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>True when it ended or never began, and not as the end of its work.</summary>
    public bool Failed => State is ContainerState.Dead or ContainerState.Restarting
        || (State is ContainerState.Exited && ExitCode != 0) || (State is ContainerState.Created && Error.Length > 0)
        || (RestartCount > 0 && ExitCode != 0);

    /// <summary>True when it failed, or runs and its own health check does not pass.</summary>
    public bool Unwell => Failed || Health is HealthVerdict.Unhealthy || Probes is [.., { ExitCode: not 0 }];
}

/// <summary>One of the engine's own probes.</summary>
/// <param name="ExitCode">0 is healthy; -1 when the command did not end in time or could not be run.</param>
/// <param name="Output">What it printed; at most 4 KiB.</param>
public sealed record SeenProbe(int ExitCode, string Output);

/// <summary>A network that a container is on.</summary>
/// <param name="Name">The engine's name of it.</param>
/// <param name="Id">The network's id.</param>
/// <param name="Address">The container's address on it; empty while the container does not run.</param>
public sealed record SeenNetwork(string Name, string Id, string Address);

/// <summary>A signal that the engine sent to a container, on somebody's behalf or its own.</summary>
/// <param name="Number">The signal.</param>
/// <param name="At">When.</param>
public sealed record SentSignal(int Number, DateTimeOffset At);
