using Hale.Cli.Runs;

namespace Hale.Cli.Output.Json;

/// <summary>The local authority and the project's certificate. Never a key.</summary>
internal sealed record CertificatesRecord(
    AuthorityShape? Authority, CertificateShape? Certificate, IReadOnlyList<CertificateMountShape> Mounts, IReadOnlyList<CertificateTrustShape> Trusting, IReadOnlyList<string> Opened, IReadOnlyList<string> Due) : JsonRecord;

/// <summary>The local authority; <c>trusted</c> is left out where it cannot be told.</summary>
internal sealed record AuthorityShape(string File, DateTimeOffset Until, string Fingerprint, bool? Trusted);

/// <summary>The project's certificate.</summary>
internal sealed record CertificateShape(string Folder, IReadOnlyList<string> Hosts, DateTimeOffset Until, string Fingerprint);

/// <summary>A service that wants the certificate.</summary>
internal sealed record CertificateMountShape(string Service, string Folder, bool Mounted, bool Current);

/// <summary>A service that is to trust the authority.</summary>
internal sealed record CertificateTrustShape(string Service, bool Given);

/// <summary>Makes the record of <c>hale certs</c>.</summary>
internal static class CertificateRecords
{
    public static CertificatesRecord Of(CertsReport report) => new(
        report.Facts.Authority is { } authority ? new AuthorityShape(authority.File, authority.Until, authority.Fingerprint, authority.Trusted) : null,
        report.Facts.Leaf is { } leaf ? new CertificateShape(report.Folder, leaf.Hosts, leaf.Until, leaf.Fingerprint) : null,
        [.. report.Facts.Mounts.Select(mount => new CertificateMountShape(mount.Service, mount.Target, mount.Mounted, mount.Current))],
        [.. report.Facts.Trusting.Select(trust => new CertificateTrustShape(trust.Service, trust.Given))],
        report.Opened,
        report.Due);
}
