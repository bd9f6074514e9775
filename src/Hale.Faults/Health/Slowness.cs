using Hale.Kernel.Faults;

namespace Hale.Faults.Health;

/// <summary>What is done for a service that runs and fails its health check.</summary>
internal static class Slowness
{
    // Longer than most first starts take, and short enough to be waited for.
    private const int MoreSeconds = 60;

    private static readonly TimeSpan Young = TimeSpan.FromSeconds(45);

    /// <summary>True when the container was started a short while ago: it may still be at its first start, which a restart would break off.</summary>
    public static bool IsYoung(SeenContainer container, ContainerFacts containers) =>
        containers.At is { } at && container.StartedAt is { } started && at - started < Young;

    /// <summary>Waits for one that is young; restarts one that had its time.</summary>
    public static Act ActFor(string service, bool young, string because) =>
        young ? new AwaitHealth(service, MoreSeconds, because) : new RestartService(service, because);
}
