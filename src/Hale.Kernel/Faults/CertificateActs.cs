using System.Text.Json.Serialization;

namespace Hale.Kernel.Faults;

/// <summary>
/// Makes what is missing of the project's certificate (this user's authority, the certificate, its place in the containers) and leaves what is right.
/// </summary>
/// <param name="Hosts">The host names and addresses that it is for.</param>
/// <param name="Because">The reason.</param>
/// <param name="Risk">Safe for names that mean this machine; asked for others, in whose name nobody else should be able to answer.</param>
public sealed record MakeCertificate(IReadOnlyList<string> Hosts, string Because, Risk Risk) : Act(Because, Risk)
{
    /// <summary>Each service that gets it, with the folders in its containers.</summary>
    public IReadOnlyList<CertificateTarget> Targets { get; init; } = [];

    /// <summary>The services whose containers are made anew when the authority is another one.</summary>
    public IReadOnlyList<string> Trusting { get; init; } = [];

    [JsonIgnore]
    public override string Says => $"make a certificate for {string.Join(", ", Hosts)}, signed by Hale's local authority{Where}";

    private string Where => Targets.Count == 0 ? "" : $", and mount it into {string.Join(", ", Targets.Select(target => $"'{target.Service}'").Distinct())}";

    public bool Equals(MakeCertificate? other) =>
        other is not null && Hosts.SequenceEqual(other.Hosts) && Targets.SequenceEqual(other.Targets) && Trusting.SequenceEqual(other.Trusting);

    public override int GetHashCode() => HashCode.Combine(string.Join(' ', Hosts), Targets.Count, Trusting.Count);
}

/// <summary>Where a service gets the certificate.</summary>
/// <param name="Service">The service.</param>
/// <param name="Folder">The folder in its containers.</param>
public sealed record CertificateTarget(string Service, string Folder);

/// <summary>Lets this machine's own store trust Hale's local authority, so that browsers and tools of this machine accept what it signs.</summary>
/// <param name="Fingerprint">The authority's SHA-256 fingerprint.</param>
/// <param name="Because">The reason.</param>
public sealed record TrustAuthority(string Fingerprint, string Because) : Act(Because, Risk.System)
{
    [JsonIgnore]
    public override string Says => $"let this machine trust Hale's local authority (SHA-256 {Fingerprint[..16]}…)";
}

/// <summary>Takes Hale's local authority out of this machine's store again.</summary>
/// <param name="Fingerprint">The authority's SHA-256 fingerprint.</param>
/// <param name="Because">The reason.</param>
public sealed record UntrustAuthority(string Fingerprint, string Because) : Act(Because, Risk.System)
{
    [JsonIgnore]
    public override string Says => $"let this machine no longer trust Hale's local authority (SHA-256 {Fingerprint[..16]}…)";
}
