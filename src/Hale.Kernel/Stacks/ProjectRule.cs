namespace Hale.Kernel.Stacks;

/// <summary>A fault of the project's own, as its Compose file describes it under <c>x-hale: faults:</c>.</summary>
public sealed record ProjectRule
{
    /// <summary>Its name in kebab case.</summary>
    public required string Name { get; init; }

    /// <summary>A regular expression that one line of a service's output, health check or build must match.</summary>
    public required string Match { get; init; }

    /// <summary>The service that it is about; null for any.</summary>
    public string? Subject { get; init; }

    /// <summary>The cause in one sentence.</summary>
    public required string Cause { get; init; }

    /// <summary>What a person can do, one command or change a line.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>A program and its arguments that mend it, run in the service's container; empty when there is none.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The risk of the command: <c>safe</c>, <c>system</c> or <c>edit</c>.</summary>
    public string Risk { get; init; } = "safe";
}
