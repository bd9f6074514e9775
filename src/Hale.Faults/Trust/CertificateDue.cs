using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Trust;

/// <summary>The project wants a certificate for its local hosts, and what is there is missing, about to end, or not where it is wanted.</summary>
public sealed class CertificateDue : Fault
{
    private const string File = ".hale/certificates/localhost.pem";
    private const char Between = ' ';
    private const char Separator = '\u001f';

    private static readonly string[] Reserved = ["localhost", "test", "local", "internal", "lan", "home.arpa", "example", "invalid"];
    private static readonly string[] PrivateAddresses = ["127.", "10.", "192.168.", "169.254.", "::1", "fc", "fd", "fe80:"];

    public override string Id => "certificate-due";

    public override string Title => "The certificate that the project wants for its hosts is not there or has to be made anew";

    public override Needs Needs => Needs.Certificates;

    // Who signs is told once something is signed.
    public override IReadOnlyList<string> Causes => ["authority-untrusted"];

    public override string Page => """
        A service has the label `hale.certificates`, or the Compose file says `x-hale: certificates:`, so the project wants a certificate for HTTPS on
        this machine: and it is missing, ends soon, lacks a host, was made by another authority, or is not mounted where it is wanted.

        ## What we look at
        The certificate in `.hale/certificates` (never its key): until when it lasts, for which hosts it is, and whether this user's local authority
        has signed it; and the mounts and labels of the services that want it.

        ## Why it happens
        A fresh checkout has none. A certificate lasts ninety days and is made anew when less than thirty are left.

        ## What mends it
        The authority is made once a user, in `$XDG_DATA_HOME/hale/authority`; it signs a certificate for `localhost`, `PROJECT.localhost`, `127.0.0.1`,
        `::1` and the hosts under `x-hale: certificates: hosts:`. The overlay mounts `.hale/certificates` read-only where it is wanted, and Compose
        makes the containers anew that still hold an older one. Hosts that are not reserved for private use are asked for first. A service under `trust:` gets a
        bundle of authorities with Hale's in it.

        ## When it is not this
        A certificate of the project's own that a proxy does not find is `proxy-cert-file-missing`. A browser that does not trust what the
        authority signed is `authority-untrusted`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Certificates.Has(out var facts))
        {
            return Diagnosis.CannotTell(evidence.Certificates.Unknown);
        }

        if (!facts.Wanted)
        {
            return Diagnosis.Absent;
        }

        // What the services get is only known once there is a certificate to give.
        return WrongWithLeaf(facts) is { } leaf
            ? Diagnosis.Present(Found(facts, File, null, leaf, onlyWarns: IsUsable(facts) && facts.Mounts.All(mount => mount.Mounted)))
            : Diagnosis.Present([.. facts.Mounts.Select(mount => mount.Service).Concat(facts.Trusting.Select(trust => trust.Service)).Distinct().Select(service => OfService(facts, service)).OfType<Finding>()]);
    }

    public override Remedy Mend(Finding finding)
    {
        var hosts = finding.Facts["hosts"].Split(Between);
        var make = new MakeCertificate(hosts, finding.Says, hosts.All(IsPrivate) ? Risk.Safe : Risk.System)
        {
            Targets = [.. Words(finding, "targets").Select(word => word.Split(':', 2)).Select(parts => new CertificateTarget(parts[0], parts[1]))],
            Trusting = [.. Words(finding, "trusting")],
        };
        return new Remedy
        {
            Acts = finding.Facts["trusts"].Length > 0 ? [make, new TrustInContainer(finding.Subject, finding.Says)] : [make],
            Advice = [make.Risk is Risk.Safe ? "hale docker" : $"hale docker --yes    # consents to a certificate for {string.Join(", ", hosts.Where(host => !IsPrivate(host)))}", "hale certs"],
        };
    }

    private static string? WrongWithLeaf(CertificateFacts facts) => facts switch
    {
        { LeafFlaw: { } flaw } => $"the project's certificate cannot be used: {flaw}",
        { Leaf: null } => "the project wants a certificate for its hosts, and there is none yet",
        { Leaf.Until: var until } when until <= facts.At => $"the project's certificate ended on {Day(until)}",
        { Leaf.Until: var until } when until - facts.At < CertificateFacts.RenewedWithin => $"the project's certificate ends on {Day(until)}",
        { Leaf.ByAuthority: false } => "the project's certificate was made by another authority than this user's",
        { Authority: { } authority } when !authority.Outlives(facts.At) => $"the authority that made the project's certificate ends on {Day(authority.Until)}",
        { Leaf.Hosts: var has } when facts.Hosts.Except(has).ToList() is [var first, ..] => $"the project's certificate is not for {first}",
        _ => null,
    };

    private static bool IsUsable(CertificateFacts facts) => facts is { LeafFlaw: null, Leaf: { } leaf } && leaf.Until > facts.At;

    private Finding? OfService(CertificateFacts facts, string service)
    {
        var mounts = facts.Mounts.Where(mount => mount.Service == service).ToList();
        var says = facts.Trusting.Any(trust => trust.Service == service && !trust.Given) ? $"'{service}' is to trust Hale's local authority, and its containers do not get it"
            : mounts.Find(mount => !mount.Mounted) is { } missing ? $"'{service}' wants the project's certificate at {missing.Target}, and it is not mounted there"
            : mounts.Exists(mount => !mount.Current) ? $"the containers of '{service}' are made for an earlier certificate of the project"
            : null;
        return says is null ? null : Found(facts, service, service, says, onlyWarns: mounts.TrueForAll(mount => mount.Mounted));
    }

    private Finding Found(CertificateFacts facts, string subject, string? service, string says, bool onlyWarns) => new(Id, subject, says)
    {
        Service = service,
        OnlyWarns = onlyWarns,
        Facts = new Dictionary<string, string>
        {
            ["hosts"] = string.Join(Between, facts.Hosts),
            ["targets"] = string.Join(Separator, facts.Mounts.Select(mount => $"{mount.Service}:{mount.Target}")),
            ["trusting"] = string.Join(Separator, facts.Trusting.Select(trust => trust.Service)),
            ["trusts"] = facts.Trusting.Any(trust => trust.Service == service && !trust.Given) ? "yes" : "",
        },
    };

    private static string[] Words(Finding finding, string name) => finding.Facts[name].Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    // The name of nobody else: a program that trusts the authority would believe whoever holds this key.
    private static bool IsPrivate(string host)
    {
        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        return Array.Exists(PrivateAddresses, start => IsAddress(name) && name.StartsWith(start, StringComparison.Ordinal))
            || Array.Exists(Reserved, end => name == end || name.EndsWith("." + end, StringComparison.Ordinal))
            || (name == host && !IsAddress(name) && !name.Contains('.', StringComparison.Ordinal));
    }

    private static bool IsAddress(string host) => host.Contains(':', StringComparison.Ordinal) || host.All(letter => char.IsAsciiDigit(letter) || letter is '.');

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
