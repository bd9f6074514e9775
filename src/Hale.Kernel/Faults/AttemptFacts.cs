namespace Hale.Kernel.Faults;

/// <summary>What the last start of the stack came up against, as far as it was not healthy.</summary>
public sealed record AttemptFacts
{
    /// <summary>The build steps that failed; the steps that were only broken off with them are not among them.</summary>
    public IReadOnlyList<FailedStep> Builds { get; init; } = [];

    /// <summary>What Compose said last when it could not create the containers; empty when it could.</summary>
    public IReadOnlyList<string> ComposeSaid { get; init; } = [];

    /// <summary>The services that did not get where they should.</summary>
    public IReadOnlyList<FailedService> Services { get; init; } = [];

    public bool Failed => Builds.Count > 0 || ComposeSaid.Count > 0 || Services.Count > 0;
}

/// <summary>A build step that failed.</summary>
public sealed record FailedStep
{
    /// <summary>The service that was built; null when the step serves several.</summary>
    public string? Service { get; init; }

    /// <summary>BuildKit's name of the step, such as <c>[api build 3/7] RUN npm ci</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The Dockerfile's instruction as BuildKit names it, without stage and number.</summary>
    public string Instruction => Step.StartsWith('[') && Step.IndexOf(']', StringComparison.Ordinal) is > 0 and var end ? Step[(end + 1)..].Trim() : Step;

    /// <summary>BuildKit's own sentence about the failure.</summary>
    public string Error { get; init; } = "";

    /// <summary>The step's last output, oldest first; at most 120 lines.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>The Dockerfile as BuildKit names it; null when it did not say.</summary>
    public string? File { get; init; }

    /// <summary>The line in it, counted from 1.</summary>
    public int? Line { get; init; }
}

/// <summary>A service that did not get where it should.</summary>
/// <param name="Service">The service.</param>
/// <param name="Waiting">True when it was never started, since something it waits for did not come.</param>
/// <param name="Says">What went wrong, often in the engine's own words.</param>
/// <param name="Tail">The last lines of its output.</param>
public sealed record FailedService(string Service, bool Waiting, string Says, IReadOnlyList<string> Tail);
