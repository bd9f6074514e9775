namespace Hale.Kernel.Faults;

/// <summary>Who signs the TLS connections of this machine.</summary>
public sealed record TrustFacts
{
    /// <summary>The certificate authorities that somebody added to this machine's store.</summary>
    public IReadOnlyList<ExtraAuthority> Extra { get; init; } = [];

    /// <summary>The package registries asked, each with the authority that signed for it.</summary>
    public IReadOnlyList<SignedHost> Hosts { get; init; } = [];

    /// <summary>The services without a build that run the project's own code from a mounted folder and lack the authorities.</summary>
    public IReadOnlyList<string> ServicesWithout { get; init; } = [];
}

/// <summary>A certificate authority added to the machine's store.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="File">The file it lies in.</param>
/// <param name="Fingerprint">Its SHA-256 fingerprint, lower-case hexadecimal.</param>
public sealed record ExtraAuthority(string Subject, string File, string Fingerprint);

/// <summary>A host and who signed for it.</summary>
/// <param name="Host">The host name.</param>
/// <param name="Root">The subject of the root of the chain; null when it could not be asked.</param>
/// <param name="ByExtra">True when that root is one of the extra authorities.</param>
/// <param name="Unknown">Why it could not be asked; null when it was.</param>
public sealed record SignedHost(string Host, string? Root, bool ByExtra, string? Unknown);
