namespace Hale.Machine.Environments;

/// <summary>A variable and the value that each place gives it; null where a place says nothing of it.</summary>
/// <param name="Name">The variable.</param>
/// <param name="IsSecret">True when its values may be told nowhere: then each is only there or not there.</param>
public sealed record EnvRow(string Name, bool IsSecret)
{
    /// <summary>What stands for a value that is not told.</summary>
    public const string NotTold = "(secret)";

    public string? Template { get; init; }

    /// <summary>Its value in <c>.env</c>.</summary>
    public string? File { get; init; }

    /// <summary>The default that a Compose file gives it.</summary>
    public string? Default { get; init; }

    /// <summary>Its value in the environment of this process, which Compose takes before all others.</summary>
    public string? Shell { get; init; }

    /// <summary>True when a Compose file puts it in somewhere.</summary>
    public bool IsUsed { get; init; }

    /// <summary>Where the project's code reads it, such as <c>backend/app/settings.py line 3</c>; null where it does not.</summary>
    public string? ReadIn { get; init; }

    /// <summary>How the places differ, in a few words; empty when they do not.</summary>
    public required string Differs { get; init; }
}
