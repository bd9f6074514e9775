namespace Hale.Kernel.Faults;

/// <summary>The Docker command-line tools; a version is null when the tool is not there.</summary>
public sealed record ToolFacts
{
    public string? Cli { get; init; }

    public string? Compose { get; init; }

    public string? Buildx { get; init; }

    /// <summary>The version of a <c>docker-compose</c> of the first generation; null when there is none.</summary>
    public string? ComposeFirst { get; init; }

    /// <summary>True when <c>docker</c> is only the stub that Docker Desktop leaves in a distribution that it does not serve.</summary>
    public bool IsWslStub { get; init; }

    /// <summary>The files of plugins that are there and cannot be run, each with what the system says.</summary>
    public IReadOnlyList<BrokenPlugin> BrokenPlugins { get; init; } = [];

    /// <summary>Docker's own settings.</summary>
    public DockerSettings Settings { get; init; } = new();

    /// <summary>True when a Docker daemon's program is installed here.</summary>
    public bool Dockerd { get; init; }
}

/// <summary>A plugin of the Docker command that cannot be run.</summary>
/// <param name="Name">Its name, such as <c>compose</c>.</param>
/// <param name="File">Its file.</param>
/// <param name="Why">What the system says.</param>
public sealed record BrokenPlugin(string Name, string File, string Why);

/// <summary>What Docker's settings file and variables say that can stand in the way; nothing that is secret.</summary>
public sealed record DockerSettings
{
    /// <summary>The settings file; empty when there is none.</summary>
    public string File { get; init; } = "";

    /// <summary>The line at which it stops being JSON; null when it is whole.</summary>
    public int? BrokenAt { get; init; }

    /// <summary>The programs that keep logins, by the settings, and that are not there.</summary>
    public IReadOnlyList<string> MissingHelpers { get; init; } = [];

    /// <summary>True when <c>DOCKER_BUILDKIT</c> turns BuildKit off.</summary>
    public bool BuildKitOff { get; init; }

    /// <summary><c>DOCKER_API_VERSION</c>; null when it is not set.</summary>
    public string? ApiVersion { get; init; }
}

/// <summary>The engine that the Docker context names.</summary>
public sealed record EngineFacts
{
    /// <summary>The Docker context in force, such as <c>default</c>.</summary>
    public string Context { get; init; } = "default";

    /// <summary>Where the engine is looked for, such as <c>unix:///var/run/docker.sock</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What named the endpoint: <c>DOCKER_HOST</c>, <c>DOCKER_CONTEXT</c>, <c>config</c>, or <c>default</c>.</summary>
    public string NamedBy { get; init; } = "default";

    /// <summary>The engine's version; null when it did not answer.</summary>
    public string? Version { get; init; }

    /// <summary>The engine's API version, such as <c>1.45</c>; null when it did not answer.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>How it refused; null when it answered.</summary>
    public EngineRefusal? Refusal { get; init; }

    /// <summary>The refusal in the system's own words.</summary>
    public string RefusalText { get; init; } = "";

    /// <summary>Another endpoint on this machine that does answer, when this one refused.</summary>
    public string? AnswersInstead { get; init; }

    /// <summary>True when this user is in the <c>docker</c> group in the user database, whether or not this session knows it.</summary>
    public bool InDockerGroup { get; init; }

    /// <summary>The engine's data folder; empty when it did not answer.</summary>
    public string RootFolder { get; init; } = "";

    /// <summary>By how many seconds its clock is ahead of this machine's, negative when it is behind; null when it did not say.</summary>
    public int? ClockAhead { get; init; }
}

/// <summary>The ways in which an engine does not answer.</summary>
public enum EngineRefusal
{
    /// <summary>There is no socket, or nothing listens on it.</summary>
    NotRunning,

    /// <summary>The socket is there and this user may not use it.</summary>
    Denied,

    /// <summary>A host that cannot be reached, or an answer that never came.</summary>
    Unreachable,

    /// <summary>The context that is asked for does not exist.</summary>
    NoSuchContext,
}
