using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Reads what the project says of certificates, under <c>x-hale: certificates:</c> and in labels, and objects to what cannot be meant.</summary>
internal static partial class CertificateReader
{
    private const string Section = "x-hale.certificates";
    private const int LongestName = 253;
    private const int MostHosts = 100;

    private static readonly string[] Keys = ["hosts", "mounts", "trust"];

    /// <summary>The wishes in the settings; null when they say nothing of certificates.</summary>
    public static CertificateWishes? Read(JsonElement settings) => settings.Member("certificates") is { } section
        ? new CertificateWishes
        {
            Hosts = [.. section.Texts("hosts").Select(host => host.ToLowerInvariant())],
            Mounts = section.Members("mounts").ToDictionary(mount => mount.Name, mount => mount.Value.AsText() ?? ""),
            Trust = [.. section.Texts("trust")],
        }
        : null;

    /// <summary>True for the path of something that is said here.</summary>
    public static bool IsAbout(string path) => path.StartsWith(Section, StringComparison.Ordinal) || path.EndsWith(CertificateLabels.Folder, StringComparison.Ordinal);

    /// <summary>What is wrong, with the dotted path of where; null when nothing is.</summary>
    public static (string Path, string Says)? Objection(JsonElement root) =>
        LabelObjection(root) ?? (root.Member("x-hale")?.Member("certificates") is { } section ? SectionObjection(section, root) : null);

    private static (string Path, string Says)? LabelObjection(JsonElement root) =>
        (from service in root.Members("services")
         let folder = service.Value.Member("labels")?.Text(CertificateLabels.Folder)
         where folder is not null && !IsFolder(folder)
         select ((string, string)?)($"services.{service.Name}.labels.{CertificateLabels.Folder}", $"the label {CertificateLabels.Folder} of '{service.Name}' is '{folder}'; it must be {AFolder}"))
        .FirstOrDefault();

    private static (string Path, string Says)? SectionObjection(JsonElement section, JsonElement root)
    {
        if (section.ValueKind is not JsonValueKind.Object)
        {
            return (Section, $"{Section} must be a mapping; it may have {string.Join(", ", Keys)}");
        }

        if (section.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Keys.Contains(name)) is { } unknown)
        {
            return ($"{Section}.{unknown}", $"{Section} has the key '{unknown}'; allowed are {string.Join(", ", Keys)}");
        }

        return HostsObjection(section) ?? MountsObjection(section, root) ?? TrustObjection(section, root);
    }

    private static (string Path, string Says)? HostsObjection(JsonElement section)
    {
        if (section.Member("hosts") is not { } hosts)
        {
            return null;
        }

        if (hosts.ValueKind is not JsonValueKind.Array)
        {
            return ($"{Section}.hosts", $"{Section}.hosts must be a list of host names, such as notes.test");
        }

        if (hosts.GetArrayLength() > MostHosts)
        {
            return ($"{Section}.hosts", string.Create(CultureInfo.InvariantCulture, $"{Section}.hosts has {hosts.GetArrayLength()} entries; a certificate is for at most {MostHosts}"));
        }

        return hosts.EnumerateArray().Select((host, at) => host.ValueKind is JsonValueKind.String && IsHost(host.GetString()!)
                ? ((string, string)?)null
                : ($"{Section}.hosts.{at}", $"{Section}.hosts[{at}] is '{host}'; it must be a host name such as notes.test, one with a star in front such as *.notes.test, or an address"))
            .FirstOrDefault(wrong => wrong is not null);
    }

    private static (string Path, string Says)? MountsObjection(JsonElement section, JsonElement root)
    {
        if (section.Member("mounts") is not { } mounts)
        {
            return null;
        }

        if (mounts.ValueKind is not JsonValueKind.Object)
        {
            return ($"{Section}.mounts", $"{Section}.mounts must be a mapping from services to folders in their containers, such as web: /etc/nginx/certs");
        }

        return mounts.EnumerateObject().Select(mount => !HasService(root, mount.Name)
                ? ((string, string)?)($"{Section}.mounts.{mount.Name}", $"{Section}.mounts names the service '{mount.Name}', which there is not; a service of a profile takes the label {CertificateLabels.Folder}")
                : mount.Value.ValueKind is JsonValueKind.String && IsFolder(mount.Value.GetString()!) ? null
                : ($"{Section}.mounts.{mount.Name}", $"{Section}.mounts.{mount.Name} is '{mount.Value}'; it must be {AFolder}"))
            .FirstOrDefault(wrong => wrong is not null);
    }

    private static (string Path, string Says)? TrustObjection(JsonElement section, JsonElement root)
    {
        if (section.Member("trust") is not { } trust)
        {
            return null;
        }

        if (trust.ValueKind is not JsonValueKind.Array)
        {
            return ($"{Section}.trust", $"{Section}.trust must be a list of services");
        }

        return trust.EnumerateArray().Select((service, at) => service.ValueKind is JsonValueKind.String && HasService(root, service.GetString()!)
                ? ((string, string)?)null
                : ($"{Section}.trust.{at}", $"{Section}.trust[{at}] names the service '{service}', which there is not"))
            .FirstOrDefault(wrong => wrong is not null);
    }

    private const string AFolder = "a folder in the container from its top, without colons, such as /etc/nginx/certs";

    private static bool HasService(JsonElement root, string name) => root.Member("services")?.Member(name) is not null;

    // A colon would end the folder in what Compose reads as a mount.
    private static bool IsFolder(string folder) =>
        folder.StartsWith('/') && folder.Length > 1 && !folder.Any(letter => letter is ':' || char.IsControl(letter))
        && folder[1..].TrimEnd('/').Split('/').All(part => part is not ("" or "." or ".."));

    private static bool IsHost(string host) =>
        (IPAddress.TryParse(host, out var address) && string.Equals(address.ToString(), host, StringComparison.OrdinalIgnoreCase))
        || (host.Length <= LongestName && Name().IsMatch(host) && !DottedNumber().IsMatch(host));

    [GeneratedRegex(@"^(\*\.)?[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z")]
    private static partial Regex Name();

    // 300.1.1.1 and 10.1 are no names.
    [GeneratedRegex(@"^[0-9.]+\z")]
    private static partial Regex DottedNumber();
}
