using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Container = Hale.Kernel.Engines.Container;
using Mount = Hale.Kernel.Stacks.Mount;

namespace Hale.Docker;

/// <summary>The engine's whole answer about a container, as the faults read it.</summary>
internal static class SeenView
{
    private const int LastProbes = 5;
    private const int MostOutput = 4096;

    public static SeenContainer Of(Container row, ContainerDetail detail, ContainerInspectResponse answer) => new()
    {
        Name = row.Name,
        Id = row.Id,
        Service = row.Service,
        Number = row.Number,
        Folder = answer.Config?.Labels is { } labels && labels.TryGetValue(ComposeLabels.Folder, out var folder) ? folder : "",
        CreatedAt = answer.Created is { Year: > 1 } created ? new DateTimeOffset(created.ToUniversalTime()) : null,
        State = detail.State,
        ExitCode = detail.ExitCode,
        Error = detail.Error,
        OomKilled = detail.OomKilled,
        StopGraceSeconds = (int)detail.StopGrace.TotalSeconds,
        RestartCount = (int)answer.RestartCount,
        RestartPolicy = PolicyOf(answer.HostConfig),
        StartedAt = detail.StartedAt,
        FinishedAt = detail.FinishedAt,
        Health = detail.Health,
        HealthCheck = detail.HealthCheck,
        Probes = [.. (answer.State?.Health?.Log ?? []).TakeLast(LastProbes).Select(probe => new SeenProbe((int)probe.ExitCode, Bounded(probe.Output ?? "")))],
        Image = answer.Config?.Image ?? "",
        Command = [.. answer.Config?.Entrypoint ?? [], .. answer.Config?.Cmd ?? []],
        User = answer.Config?.User ?? "",
        MemoryLimit = answer.HostConfig?.Memory ?? 0,
        NetworkMode = answer.HostConfig?.NetworkMode ?? "",
        MemorySwapLimit = answer.HostConfig?.MemorySwap ?? 0,
        PidsLimit = answer.HostConfig?.PidsLimit is > 0 and var pids ? pids : 0,
        ReadOnlyRoot = answer.HostConfig?.ReadonlyRootfs ?? false,
        Networks = [.. (answer.NetworkSettings?.Networks ?? new Dictionary<string, EndpointSettings>()).Select(pair => new SeenNetwork(pair.Key, pair.Value.NetworkID ?? "", pair.Value.IPAddress ?? ""))],
        Mounts = [.. (answer.Mounts ?? []).Select(mount => new Mount(mount.Type ?? "volume", mount.Name is { Length: > 0 } name ? name : mount.Source, mount.Destination ?? "", !mount.RW))],
        Ports = row.Ports,
    };

    private static string PolicyOf(HostConfig? host) => host?.RestartPolicy?.Name switch
    {
        RestartPolicyKind.Always => "always",
        RestartPolicyKind.OnFailure => "on-failure",
        RestartPolicyKind.UnlessStopped => "unless-stopped",
        _ => "no",
    };

    private static string Bounded(string text) => text.Length > MostOutput ? text[..MostOutput] : text;
}
