namespace Hale.Kernel.Engines;

/// <summary>What a registry said about an image.</summary>
/// <param name="Kind">The kind of answer.</param>
/// <param name="Text">The engine's own words.</param>
public sealed record RegistryAnswer(RegistryAnswerKind Kind, string Text);

/// <summary>The kinds of answer a registry gives.</summary>
public enum RegistryAnswerKind
{
    Offered,

    /// <summary>The registry answered that there is no such image, or none that this user may see.</summary>
    NotFound,

    /// <summary>The registry asked for a login.</summary>
    Denied,

    /// <summary>The registry could not be reached: name, connection, time.</summary>
    Unreachable,

    /// <summary>The registry answered and would not serve: a rate limit or an error of its own.</summary>
    Refused,

    /// <summary>The engine does not trust who answered.</summary>
    Untrusted,

    /// <summary>The registry has the image, and not for the engine's kind of machine.</summary>
    NoPlatform,
}
