namespace Hale.Cli.Output.Json;

/// <summary>How the command ended: the last record, always there unless a problem took its place.</summary>
internal sealed record ResultRecord : JsonRecord
{
    public required string Command { get; init; }

    public required string Verdict { get; init; }

    public required int ExitCode { get; init; }

    public string? Project { get; init; }

    /// <summary>Seconds.</summary>
    public double Took { get; init; }

    public string? Refusal { get; init; }

    public IReadOnlyList<ServiceResult> Services { get; init; } = [];

    public IReadOnlyList<MendedResult> Mended { get; init; } = [];

    public IReadOnlyList<LeftResult> Left { get; init; } = [];

    public IReadOnlyList<BlindResult> Blind { get; init; } = [];

    /// <summary>Where something is left: what changed since the stack was last healthy.</summary>
    public ChangesResult? Changes { get; init; }

    /// <summary>What runs or is built in place of what the project names.</summary>
    public IReadOnlyList<InsteadResult> Instead { get; init; } = [];

    public IReadOnlyList<string> WouldDo { get; init; } = [];

    public IReadOnlyList<string> Kept { get; init; } = [];

    public IReadOnlyList<PhaseResult> Phases { get; init; } = [];

    public IReadOnlyList<LinkResult> CriticalPath { get; init; } = [];
}

/// <summary>What became of a service.</summary>
internal sealed record ServiceResult
{
    public required string Service { get; init; }

    public required string Phase { get; init; }

    public required bool Good { get; init; }

    public required string Says { get; init; }

    public required bool StartedNow { get; init; }

    public double? Started { get; init; }

    public double? Ready { get; init; }

    public required IReadOnlyList<string> WaitedFor { get; init; }

    public required IReadOnlyList<string> Addresses { get; init; }

    public required IReadOnlyList<string> Tail { get; init; }
}

/// <summary>A finding that is gone, and what made it go.</summary>
internal sealed record MendedResult(string Fault, string Subject, string Says, IReadOnlyList<ActResult> Acts);

/// <summary>A finding that is still there, and what a person can do.</summary>
internal sealed record LeftResult(
    string Fault, string Subject, string Says, bool OnlyWarns, string? FollowsFrom, IReadOnlyList<string> Advice, IReadOnlyList<ActResult> Tried);

/// <summary>What is not as it was when the stack was last healthy.</summary>
internal sealed record ChangesResult(DateTimeOffset Since, IReadOnlyList<string> What);

/// <summary>An act and what came of it.</summary>
internal sealed record ActResult(string Act, string Risk, bool Done, string Says, string? Undo);

/// <summary>Faults that could not be told, and why.</summary>
internal sealed record BlindResult(string Why, IReadOnlyList<string> Faults);

/// <summary>Something that runs or is built in place of what the project names.</summary>
internal sealed record InsteadResult(string Named, string Used, IReadOnlyList<string> Services, string Because, string Fault);

/// <summary>A part of the run and the seconds it took; parts may overlap.</summary>
internal sealed record PhaseResult(string Phase, double Seconds);

/// <summary>A link of the chain that decided how long the start took.</summary>
internal sealed record LinkResult(string Service, double Seconds);
