namespace Hale.Images.StandIns;

/// <summary>How a stand-in for an image is made from packages of Debian.</summary>
public sealed record Recipe
{
    /// <summary>The recipe's name, such as <c>postgres</c>: the name of its Dockerfile too, unless <see cref="File"/> says otherwise.</summary>
    public required string Name { get; init; }

    /// <summary>The Debian suite it is built on, such as <c>trixie</c>.</summary>
    public required string Suite { get; init; }

    /// <summary>The Dockerfile's name without its ending; null when the suite alone is what is wanted.</summary>
    public string? File { get; init; }

    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The suite that the packages come from, when it is not the one it is built on.</summary>
    public string? PackageSuite { get; init; }

    /// <summary>What people call the product, such as <c>PostgreSQL</c>.</summary>
    public required string Product { get; init; }

    /// <summary>The package whose version is the product's; null for the distribution itself.</summary>
    public string? VersionOf { get; init; }

    /// <summary>Further words that the Dockerfile is filled with.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>What a person must know about the difference; empty when there is none that is known.</summary>
    public string Differs { get; init; } = "";
}
