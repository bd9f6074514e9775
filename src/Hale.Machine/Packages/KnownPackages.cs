using Hale.Kernel.Faults;

namespace Hale.Machine.Packages;

/// <summary>What Docker's parts are called, and from which release on a distribution's own are new enough.</summary>
internal static class KnownPackages
{
    public static DockerPackages Debian { get; } = new("docker.io", "docker-cli", "docker-compose", "docker-buildx");

    public static DockerPackages Ubuntu { get; } = new("docker.io", "docker.io", "docker-compose-v2", "docker-buildx");

    public static DockerPackages Docker { get; } = new("docker-ce", "docker-ce-cli", "docker-compose-plugin", "docker-buildx-plugin");

    /// <summary>The version of Compose in a release that was published with a new enough Docker; null for the others.</summary>
    public static string? ComposeIn(string distribution, string suite) => (distribution, suite) switch
    {
        ("debian", "trixie") => "2.26.1",
        ("ubuntu", "noble") => "2.24.6",
        _ => null,
    };

    /// <summary>The next release, when its packages run on this one; null when that is not known.</summary>
    public static string? NewerThan(string distribution, string suite) => (distribution, suite) switch
    {
        ("debian", "bookworm") => "trixie",
        _ => null,
    };
}
