using System.Globalization;

namespace Hale.Kernel.Faults;

/// <summary>The sockets of this machine that listen on ports which the stack publishes.</summary>
/// <param name="Sockets">Those of TCP.</param>
public sealed record PortFacts(IReadOnlyList<HostSocket> Sockets)
{
    /// <summary>Those that receive UDP, on ports which the stack publishes for UDP.</summary>
    public IReadOnlyList<HostSocket> Datagrams { get; init; } = [];

    /// <summary>For each port that is listened on, or that the stack publishes twice: the next one that is free.</summary>
    public IReadOnlyDictionary<int, int> FreeInstead { get; init; } = new Dictionary<int, int>();

    /// <summary>The ports that another checkout is about to publish.</summary>
    public IReadOnlyList<ReservedPort> Reserved { get; init; } = [];

    /// <summary>The sockets of a protocol, as Compose names it.</summary>
    public IReadOnlyList<HostSocket> Of(string protocol) => protocol switch
    {
        "tcp" => Sockets,
        "udp" => Datagrams,
        _ => [],
    };
}

/// <summary>A port that another checkout is about to publish.</summary>
/// <param name="Port">The port.</param>
/// <param name="Folder">The folder of that checkout.</param>
public sealed record ReservedPort(int Port, string Folder);

/// <summary>A socket that listens, or receives UDP.</summary>
/// <param name="Port">Its port.</param>
/// <param name="Address">The address it listens on, such as <c>0.0.0.0</c>, <c>127.0.0.1</c> or <c>::</c>.</param>
public sealed record HostSocket(int Port, string Address)
{
    /// <summary>The process; null when it may not be seen by this user.</summary>
    public int? Pid { get; init; }

    /// <summary>Its short name, such as <c>postgres</c>.</summary>
    public string? Process { get; init; }

    /// <summary>How it was started, at most 120 letters of it; null when that cannot be seen.</summary>
    public string? CommandLine { get; init; }

    /// <summary>Who listens, in a few words.</summary>
    public string Holder => this is { Process: { } name, Pid: { } pid }
        ? string.Create(CultureInfo.InvariantCulture, $"{name} (process {pid}{(CommandLine is { } line ? $": {line}" : "")})")
        : "a process that this user may not see";

    /// <summary>True when the process is the engine's own forwarder for a container.</summary>
    public bool IsEngine => Process is "docker-proxy" or "com.docker.backend" or "rootlesskit";
}
