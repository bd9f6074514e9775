using System.Globalization;
using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Container = Hale.Kernel.Engines.Container;

namespace Hale.Docker;

/// <summary>The engine's answers about a container, in our words.</summary>
internal static class ContainerView
{
    public static Container Row(ContainerListResponse row) => new()
    {
        Id = row.ID,
        Name = row.Names.FirstOrDefault()?.TrimStart('/') ?? row.ID,
        Service = Label(row.Labels, ComposeLabels.Service),
        Number = int.TryParse(Label(row.Labels, ComposeLabels.Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1,
        State = StateOf(row.State),
        Health = HealthOf(row.Status ?? ""),
        ExitCode = ExitCodeOf(row.Status ?? ""),
        Created = row.Created.Year > 1 ? new DateTimeOffset(row.Created.ToUniversalTime()) : null,
        UpFor = UpForOf(row.Status ?? ""),
        ConfigHash = Label(row.Labels, ComposeLabels.ConfigHash),
        ImageId = row.ImageID,
        OneOff = Label(row.Labels, ComposeLabels.OneOff).Equals("True", StringComparison.OrdinalIgnoreCase),
        Ports = [.. row.Ports.Where(port => port.PublicPort is not null).Select(port => new BoundPort(port.PrivatePort, port.PublicPort!.Value, port.IP ?? "", port.Type))],
    };

    public static ContainerDetail Detail(ContainerInspectResponse answer) => new()
    {
        Id = answer.ID,
        State = StateOf(answer.State?.Status ?? ""),
        Error = answer.State?.Error ?? "",
        ExitCode = (int)(answer.State?.ExitCode ?? 0),
        OomKilled = answer.State?.OOMKilled ?? false,
        Pid = (int)(answer.State?.Pid ?? 0),
        StartedAt = TimeOf(answer.State?.StartedAt),
        FinishedAt = TimeOf(answer.State?.FinishedAt),
        HealthCheck = CheckOf(answer.Config),
        Health = VerdictOf(answer.State?.Health?.Status),
        LastProbe = answer.State?.Health?.Log is { Count: > 0 } log ? new DateTimeOffset(log[^1].Start.ToUniversalTime()) : null,
        LastProbePassed = answer.State?.Health?.Log is { Count: > 0 } probes && probes[^1].ExitCode == 0,
        RestartCount = (int)answer.RestartCount,
        ExposedPorts = [.. (answer.Config?.ExposedPorts?.Keys ?? []).Select(TcpPort).OfType<int>()],
        StopSignal = answer.Config?.StopSignal is { Length: > 0 } signal ? signal : "SIGTERM",
        StopGrace = answer.Config?.StopTimeout ?? TimeSpan.FromSeconds(10),
        SharesNetwork = answer.HostConfig?.NetworkMode is { } mode && (mode == "host" || mode.StartsWith("container:", StringComparison.Ordinal)),
        Attachments = [.. (answer.NetworkSettings?.Networks ?? new Dictionary<string, EndpointSettings>()).Select(pair => PlaceOf(pair.Key, pair.Value))],
    };

    /// <summary>The variables that its program begins with.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables(ContainerInspectResponse answer) =>
        (answer.Config?.Env ?? []).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));

    private static Attachment PlaceOf(string network, EndpointSettings place) =>
        new(network, [.. place.Aliases ?? []], Given(place.IPAMConfig?.IPv4Address), Given(place.IPAMConfig?.IPv6Address));

    private static string? Given(string? address) => address is { Length: > 0 } ? address : null;

    private static string Label(IDictionary<string, string> labels, string key) => labels.TryGetValue(key, out var value) ? value : "";

    private static ContainerState StateOf(string state) => state switch
    {
        "running" => ContainerState.Running,
        "paused" => ContainerState.Paused,
        "restarting" => ContainerState.Restarting,
        "removing" => ContainerState.Removing,
        "exited" => ContainerState.Exited,
        "dead" => ContainerState.Dead,
        _ => ContainerState.Created,
    };

    // The list has no field for health before API 1.52; its sentence has: "Up 5 minutes (healthy)", "Up 2 seconds (health: starting)".
    private static HealthVerdict HealthOf(string status) => status switch
    {
        _ when status.EndsWith("(healthy)", StringComparison.Ordinal) => HealthVerdict.Healthy,
        _ when status.EndsWith("(unhealthy)", StringComparison.Ordinal) => HealthVerdict.Unhealthy,
        _ when status.EndsWith("(health: starting)", StringComparison.Ordinal) => HealthVerdict.Starting,
        _ => HealthVerdict.None,
    };

    // "Exited (137) 2 minutes ago"
    private static int? ExitCodeOf(string status)
    {
        const string Opening = "Exited (";
        var end = status.IndexOf(')', StringComparison.Ordinal);
        return status.StartsWith(Opening, StringComparison.Ordinal) && end > 0
            && int.TryParse(status.AsSpan(Opening.Length, end - Opening.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
    }

    // "Up Less than a second", "Up 1 second", "Up 42 seconds (healthy)"; what is longer is told in minutes.
    private static TimeSpan? UpForOf(string status) => status.Split(' ') switch
    {
        ["Up", "Less", ..] => TimeSpan.Zero,
        ["Up", var number, "second" or "seconds", ..] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => TimeSpan.FromSeconds(seconds),
        _ => null,
    };

    private static HealthVerdict VerdictOf(string? status) => status switch
    {
        "healthy" => HealthVerdict.Healthy,
        "unhealthy" => HealthVerdict.Unhealthy,
        "starting" => HealthVerdict.Starting,
        _ => HealthVerdict.None,
    };

    // The engine writes the year 1 for "never".
    private static DateTimeOffset? TimeOf(string? moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year > 1 ? at : null;

    private static HealthCheck? CheckOf(ContainerConfig? config)
    {
        if (config?.Healthcheck is not { Test: { Count: > 0 } test } check || test[0] == "NONE")
        {
            return null;
        }

        IReadOnlyList<string> shell = config.Shell is { Count: > 0 } own ? [.. own] : ["/bin/sh", "-c"];
        IReadOnlyList<string> command = test[0] == "CMD-SHELL" ? [.. shell, .. test.Skip(1)] : [.. test.Skip(1)];
        return command.Count == 0 ? null : new HealthCheck
        {
            Command = command,
            Interval = Set(check.Interval) ?? TimeSpan.FromSeconds(30),
            Timeout = Set(check.Timeout) ?? TimeSpan.FromSeconds(30),
            Retries = check.Retries is > 0 and var retries ? (int)retries : 3,
            StartPeriod = Set(check.StartPeriod) ?? TimeSpan.Zero,
        };
    }

    private static TimeSpan? Set(TimeSpan? span) => span is { Ticks: > 0 } ? span : null;

    private static int? TcpPort(string exposed) =>
        exposed.EndsWith("/tcp", StringComparison.Ordinal) && int.TryParse(exposed.AsSpan(0, exposed.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : null;
}
