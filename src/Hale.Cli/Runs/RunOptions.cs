using Hale.Kernel.Faults;

namespace Hale.Cli.Runs;

/// <summary>What a person gave to <c>hale docker</c>.</summary>
internal sealed record UpOptions
{
    /// <summary>The services to bring up, with what they depend on; all of the active profiles when empty.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Drop this project's build cache and images, and build anew. Never a volume.</summary>
    public bool CleanCache { get; init; }

    /// <summary>Bring up as things are: look when it fails, and mend nothing.</summary>
    public bool MendNothing { get; init; }

    /// <summary>Build what has a build, even where nothing changed.</summary>
    public bool Build { get; init; }

    /// <summary>Say what would be mended and done, and stop before that.</summary>
    public bool DryRun { get; init; }

    /// <summary>The volumes that may be made anew where that mends something, each by its name in the Compose file or in the engine.</summary>
    public IReadOnlyList<string> Expendable { get; init; } = [];

    public WhenBusy WhenBusy { get; init; }

    /// <summary>How long a service may take to become ready; null leaves that to its own health check.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>What a person gave to <c>hale down</c>.</summary>
internal sealed record DownOptions
{
    /// <summary>The volumes to remove too, each by its name in the Compose file. None is ever removed unnamed.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    public WhenBusy WhenBusy { get; init; }
}

/// <summary>What a person gave to <c>hale logs</c>.</summary>
internal sealed record LogsOptions
{
    /// <summary>The services to read; all when empty.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>How many of each container's last lines; null for all.</summary>
    public int? Tail { get; init; }

    /// <summary>Stay and print what comes.</summary>
    public bool Follow { get; init; }
}

/// <summary>What to do when another Hale works on the same project.</summary>
internal enum WhenBusy
{
    /// <summary>Say so, and go on when it is done.</summary>
    Wait,

    /// <summary>Say so, and end.</summary>
    Fail,
}

/// <summary>What a person gave to <c>hale troubleshoot</c>.</summary>
/// <param name="Faults">The faults to look for.</param>
/// <param name="From">A file of evidence to judge instead of looking; null to look.</param>
/// <param name="Save">The file to write the evidence to; null for none.</param>
internal sealed record TroubleshootOptions(IReadOnlyList<Fault> Faults, string? From, string? Save);
