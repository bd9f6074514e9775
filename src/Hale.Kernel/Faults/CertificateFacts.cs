namespace Hale.Kernel.Faults;

/// <summary>The certificate that the project wants, and the local authority that signs it. Never a key.</summary>
public sealed record CertificateFacts
{
    /// <summary>How long a certificate lasts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>A certificate that ends within this time is made anew.</summary>
    public static readonly TimeSpan RenewedWithin = TimeSpan.FromDays(30);

    /// <summary>When it was looked at.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>False when no service and no setting asks for a certificate: nothing was looked at then.</summary>
    public bool Wanted { get; init; }

    /// <summary>The host names and addresses that the certificate is to be for.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The services that want it in their containers.</summary>
    public IReadOnlyList<CertificateMount> Mounts { get; init; } = [];

    /// <summary>The services whose containers are to trust the authority.</summary>
    public IReadOnlyList<CertificateTrust> Trusting { get; init; } = [];

    /// <summary>The project's certificate; null when there is none, or none that can be used.</summary>
    public LeafFacts? Leaf { get; init; }

    /// <summary>Why the certificate that is there cannot be used; null when it can, or when there is none.</summary>
    public string? LeafFlaw { get; init; }

    /// <summary>This user's authority; null when none was made yet.</summary>
    public AuthorityFacts? Authority { get; init; }
}

/// <summary>A certificate for the project's hosts.</summary>
public sealed record LeafFacts
{
    /// <summary>The host names and addresses that it is for.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>When it ends.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Its SHA-256 fingerprint, lower-case hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>True when the present authority has signed it.</summary>
    public bool ByAuthority { get; init; }
}

/// <summary>This user's local certificate authority.</summary>
public sealed record AuthorityFacts
{
    /// <summary>Its certificate's file.</summary>
    public required string File { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Its SHA-256 fingerprint, lower-case hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>True when it lasts longer than a certificate that it would sign at this moment.</summary>
    public bool Outlives(DateTimeOffset now) => Until - now > CertificateFacts.Life;

    /// <summary>Whether this machine's own store trusts it; null when that cannot be told.</summary>
    public bool? Trusted { get; init; }

    /// <summary>The file that makes the store trust it; null where Hale knows no such store.</summary>
    public string? StoreFile { get; init; }
}

/// <summary>A service that wants the certificate.</summary>
/// <param name="Service">The service.</param>
/// <param name="Target">The folder in its containers.</param>
/// <param name="Mounted">True when the model mounts the certificate's folder there.</param>
/// <param name="Current">True when its containers are made for the certificate that is there now.</param>
public sealed record CertificateMount(string Service, string Target, bool Mounted, bool Current);

/// <summary>A service whose containers are to trust the authority.</summary>
/// <param name="Service">The service.</param>
/// <param name="Given">True when the model gives them a bundle with the present authority in it.</param>
public sealed record CertificateTrust(string Service, bool Given);
