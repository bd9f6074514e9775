namespace Hale.Images.Dockerfiles;

/// <summary>An image from outside that a Dockerfile needs.</summary>
/// <param name="Reference">The reference, with arguments filled in.</param>
/// <param name="Kind">What it is needed for.</param>
/// <param name="LooksLike">A stage of the same file with nearly this name; null when there is none.</param>
public sealed record ImageUse(string Reference, ImageUseKind Kind, string? LooksLike = null);

/// <summary>What a Dockerfile needs an image for.</summary>
public enum ImageUseKind
{
    /// <summary>A stage begins from it.</summary>
    Stage,

    /// <summary>Files are copied or mounted from it.</summary>
    Copied,

    /// <summary>It reads the Dockerfile: the <c># syntax=</c> line.</summary>
    Frontend,
}
