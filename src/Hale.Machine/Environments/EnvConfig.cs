namespace Hale.Machine.Environments;

/// <summary>What a project asks of its environment.</summary>
public sealed record EnvConfig
{
    /// <summary>The variables that must be given a value: nothing else gives them one.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>All others, each with the value that it has without any doing; empty for a secret, whose value is told nowhere.</summary>
    public IReadOnlyDictionary<string, string> Optional { get; init; } = new Dictionary<string, string>();

    /// <summary>What is allowed, in words, for the variables that a template says it of.</summary>
    public IReadOnlyDictionary<string, string> Validation { get; init; } = new Dictionary<string, string>();

    /// <summary>The variables whose values are not for others' eyes.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
