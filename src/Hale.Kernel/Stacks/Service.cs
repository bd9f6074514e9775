using System.Globalization;
using System.Text.Json.Serialization;

namespace Hale.Kernel.Stacks;

/// <summary>One service of a stack.</summary>
public sealed record Service
{
    public required string Name { get; init; }

    /// <summary>The image its containers run: the one it names, or the one Compose gives to what it builds.</summary>
    public required string Image { get; init; }

    /// <summary>How its image is built; null when it is only pulled.</summary>
    public BuildSource? Build { get; init; }

    /// <summary>The one name that its container has in the whole engine (<c>container_name</c>); null when Compose makes the name.</summary>
    public string? ContainerName { get; init; }

    /// <summary>How many containers it has; 0 is allowed.</summary>
    public int Replicas { get; init; } = 1;

    public IReadOnlyList<Dependency> DependsOn { get; init; } = [];

    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];

    public IReadOnlyList<Mount> Mounts { get; init; } = [];

    /// <summary>The keys of the networks that its containers are on.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>The names (never the values) of its environment variables.</summary>
    public IReadOnlyList<string> EnvironmentNames { get; init; } = [];

    /// <summary>The ports of this machine of which its environment and build arguments tell it.</summary>
    public IReadOnlyList<NamedPort> NamedPorts { get; init; } = [];

    /// <summary>The ports at which it is not published any more, as the overlay's labels have them.</summary>
    public IReadOnlyList<MovedPort> MovedPorts { get; init; } = [];

    /// <summary>Compose's <c>restart</c>, or null when it is not set (which means <c>no</c>).</summary>
    public string? Restart { get; init; }

    public string? Platform { get; init; }

    public string? PullPolicy { get; init; }

    /// <summary>True when the Compose file declares a health check that is not disabled.</summary>
    public bool DeclaresHealth { get; init; }

    /// <summary>
    /// Why only Compose may start and stop it (a feature that Compose carries out at start, such as a secret taken from the
    /// environment or a <c>post_start</c> hook), or null when Hale starts its containers itself.
    /// </summary>
    public string? OnlyComposeStarts { get; init; }

    /// <summary>The folder in its containers where it wants the project's certificate, by its label; null when it says nothing.</summary>
    public string? CertificatesAt { get; init; }

    /// <summary>The fingerprint of the certificate that its containers are made for, as the overlay has it; null when it has none.</summary>
    public string? CertificateFingerprint { get; init; }

    /// <summary>The fingerprint of the authority that its containers trust, as the overlay has it; null when it has none.</summary>
    public string? AuthorityFingerprint { get; init; }
}

/// <summary>What an image is built from. Paths are absolute.</summary>
public sealed record BuildSource
{
    /// <summary>A folder, or an address when <see cref="IsRemote"/>.</summary>
    public required string Context { get; init; }

    /// <summary>The Dockerfile's path; null when it is written inline in the Compose file.</summary>
    public string? Dockerfile { get; init; }

    public string? DockerfileInline { get; init; }

    public string? Target { get; init; }

    /// <summary>Extra named contexts: a redirect of a base image is one of these.</summary>
    public IReadOnlyDictionary<string, string> AdditionalContexts { get; init; } = new Dictionary<string, string>();

    /// <summary>Build arguments. They may hold what should not be kept, so the cache of the model drops them.</summary>
    public IReadOnlyDictionary<string, string?> Args { get; init; } = new Dictionary<string, string?>();

    /// <summary>True when the context is fetched by BuildKit (a Git or HTTP address), so that its content cannot be looked at here.</summary>
    public bool IsRemote { get; init; }
}

/// <summary>What must have become of another service before this one starts.</summary>
/// <param name="Service">The service waited for.</param>
/// <param name="Condition">What is waited for.</param>
/// <param name="Required">False when its absence is allowed.</param>
/// <param name="Restart">True when this service restarts after the other was recreated.</param>
public sealed record Dependency(string Service, DependencyCondition Condition, bool Required = true, bool Restart = false);

/// <summary>The conditions of Compose's <c>depends_on</c>.</summary>
public enum DependencyCondition
{
    Started,
    Healthy,
    CompletedSuccessfully,
}

/// <summary>A port of a service that the host offers.</summary>
/// <param name="Target">The port in the container.</param>
/// <param name="Published">The host's port; null when the engine chooses one.</param>
/// <param name="HostIp">The host address bound; null means all.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
public sealed record PublishedPort(int Target, int? Published, string? HostIp, string Protocol)
{
    /// <summary>As Compose's short syntax has it, such as <c>127.0.0.1:8080:80/tcp</c>.</summary>
    [JsonIgnore]
    public string Written => string.Create(
        CultureInfo.InvariantCulture,
        $"{(HostIp is { Length: > 0 } address ? $"{(address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address)}:" : "")}{(Published is { } published ? $"{published}:" : "")}{Target}/{Protocol}");
}

/// <summary>A mount of a service.</summary>
/// <param name="Kind"><c>bind</c>, <c>volume</c>, <c>tmpfs</c> and so on, as Compose names them.</param>
/// <param name="Source">The host path or the volume's key; null when it is anonymous.</param>
/// <param name="Target">The path in the container.</param>
/// <param name="ReadOnly">True when the container may not write it.</param>
public sealed record Mount(string Kind, string? Source, string Target, bool ReadOnly)
{
    private static readonly string[] EndingsOfFiles =
    [
        ".cert", ".cfg", ".cnf", ".conf", ".crt", ".css", ".env", ".htm", ".html", ".ini", ".js", ".json", ".key", ".list", ".pem", ".properties",
        ".py", ".sh", ".sql", ".toml", ".ts", ".txt", ".xml", ".yaml", ".yml",
    ];

    /// <summary>True when the names at both ends of a mount have the same ending, and it is one of files.</summary>
    public static bool NamesFile(string source, string target) =>
        Path.GetExtension(source) is { Length: > 1 } ending && ending == Path.GetExtension(target) && EndingsOfFiles.Contains(ending)
        && Path.GetFileName(source).Length > ending.Length;
}
