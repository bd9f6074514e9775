using Hale.Kernel.Engines;

namespace Hale.Kernel.Faults;

/// <summary>The images that the stack runs or builds from.</summary>
public sealed record ImageFacts(IReadOnlyList<WantedImage> Images)
{
    /// <summary>Registry mirrors to try, in order, from the project's <c>x-hale</c>, the environment and the engine's settings.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>The services whose image is there and was built, by Hale, from something else than what lies there now.</summary>
    public IReadOnlyList<string> ChangedSinceBuilt { get; init; } = [];

    /// <summary>True when the distribution's archive answers, so that stand-ins can be built.</summary>
    public bool ArchiveAnswers { get; init; }

    /// <summary>True when the program that unpacks a distribution is installed.</summary>
    public bool CanBootstrap { get; init; }
}

/// <summary>An image that is needed.</summary>
public sealed record WantedImage
{
    /// <summary>The reference as the project writes it, with build arguments filled in.</summary>
    public required string Reference { get; init; }

    /// <summary>The services that run it as it is.</summary>
    public IReadOnlyList<string> RunBy { get; init; } = [];

    /// <summary>The services that build from it.</summary>
    public IReadOnlyList<string> BuiltFromBy { get; init; } = [];

    /// <summary>The services whose Dockerfile names it on a <c># syntax=</c> line.</summary>
    public IReadOnlyList<string> FrontendOf { get; init; } = [];

    /// <summary>True when files are only copied out of it and nothing ever runs in it.</summary>
    public bool OnlyCopiedFrom { get; init; }

    /// <summary>A build stage or service of the project whose name is nearly this one; null when there is none.</summary>
    public string? LooksLike { get; init; }

    /// <summary>True when the engine has it.</summary>
    public bool Present { get; init; }

    /// <summary>What the overlay uses in its place; null when nothing.</summary>
    public string? Redirect { get; init; }

    /// <summary>True when what will be used already trusts the host's extra certificate authorities.</summary>
    public bool TrustsHost { get; init; }

    /// <summary>What the registry said; null when it was not asked, since the engine has the image.</summary>
    public RegistryAnswer? Registry { get; init; }

    /// <summary>The mirror, of those configured, that offers it; null when none does.</summary>
    public string? OfferedBy { get; init; }

    /// <summary>The recipe for a stand-in; null when there is none.</summary>
    public string? Recipe { get; init; }
}
