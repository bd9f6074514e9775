using System.Globalization;
using System.Text.Json;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Reads one service of the canonical model.</summary>
internal static class ServiceReader
{
    public static Service Read(string project, JsonProperty service, JsonElement root)
    {
        var value = service.Value;
        return new Service
        {
            Name = service.Name,
            Image = value.Text("image") ?? $"{project}-{service.Name}",
            Build = value.Member("build") is { } build ? BuildReader.Read(build) : null,
            ContainerName = value.Text("container_name"),
            Replicas = value.Number("scale") ?? value.Member("deploy")?.Number("replicas") ?? 1,
            DependsOn = [.. value.Members("depends_on").Select(DependencyOf)],
            Ports = [.. value.Items("ports").Select(PortOf).OfType<PublishedPort>()],
            Mounts = [.. value.Items("volumes").Select(MountOf), .. value.Texts("tmpfs").Select(TmpfsOf)],
            Networks = [.. value.Members("networks").Select(network => network.Name)],
            EnvironmentNames = [.. value.Members("environment").Select(variable => variable.Name)],
            NamedPorts = [.. LoopbackPorts.NamedBy(value)],
            MovedPorts = [.. value.Members("labels").Select(MovedOf).OfType<MovedPort>()],
            Restart = value.Text("restart"),
            Platform = value.Text("platform"),
            PullPolicy = value.Text("pull_policy"),
            DeclaresHealth = value.Member("healthcheck") is { } health && IsCheck(health),
            OnlyComposeStarts = StartDuties.Of(value, root),
            CertificatesAt = Label(value, CertificateLabels.Folder),
            CertificateFingerprint = Label(value, CertificateLabels.Fingerprint),
            AuthorityFingerprint = Label(value, CertificateLabels.Authority),
        };
    }

    private static MovedPort? MovedOf(JsonProperty label) =>
        label.Name.StartsWith(MovedPort.Label, StringComparison.Ordinal)
        && int.TryParse(label.Name[MovedPort.Label.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(label.Value.AsText(), NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? new MovedPort(from, to)
            : null;

    private static string? Label(JsonElement service, string name) => service.Member("labels")?.Text(name);

    private static bool IsCheck(JsonElement health) => !health.Flag("disable") && health.Texts("test").FirstOrDefault() is not (null or "NONE");

    private static Dependency DependencyOf(JsonProperty entry) => new(
        entry.Name,
        entry.Value.Text("condition") switch
        {
            "service_healthy" => DependencyCondition.Healthy,
            "service_completed_successfully" => DependencyCondition.CompletedSuccessfully,
            _ => DependencyCondition.Started,
        },
        entry.Value.Text("required") is not "false",
        entry.Value.Flag("restart"));

    // {"mode": "ingress", "host_ip": "127.0.0.1", "target": 80, "published": "8080", "protocol": "tcp"}; published may be a range or missing.
    private static PublishedPort? PortOf(JsonElement port) =>
        port.Number("target") is { } target
            ? new PublishedPort(target, Published(port.Text("published")), port.Text("host_ip"), port.Text("protocol") ?? "tcp")
            : null;

    private static int? Published(string? published)
    {
        var ends = (published ?? "").Split('-');
        return int.TryParse(ends[0], CultureInfo.InvariantCulture, out var first) && first > 0 && (ends.Length == 1 || ends[1] == ends[0])
            ? first
            : null;
    }

    private static Mount MountOf(JsonElement mount) => new(
        mount.Text("type") ?? "volume",
        mount.Text("source"),
        mount.Text("target") ?? "",
        mount.Flag("read_only"));

    private static Mount TmpfsOf(string entry) => new("tmpfs", null, entry.Split(':')[0], false);
}
