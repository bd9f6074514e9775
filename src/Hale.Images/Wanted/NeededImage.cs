using Hale.Images.Dockerfiles;

namespace Hale.Images.Wanted;

/// <summary>An image that one service needs.</summary>
public sealed record NeededImage
{
    public required string Service { get; init; }

    /// <summary>The reference as the project means it, whatever is used in its place.</summary>
    public required string Reference { get; init; }

    /// <summary>What the build needs it for; null when the service runs it.</summary>
    public ImageUseKind? Build { get; init; }

    /// <summary>The name of the build context that takes its place; empty when the service runs it.</summary>
    public string ContextKey { get; init; } = "";

    /// <summary>Hale's own image that is used in its place; null when there is none.</summary>
    public string? Redirect { get; init; }

    /// <summary>A stage with nearly the name of the reference; null when there is none.</summary>
    public string? LooksLike { get; init; }
}
