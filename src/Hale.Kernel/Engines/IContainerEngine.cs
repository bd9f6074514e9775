namespace Hale.Kernel.Engines;

/// <summary>The container engine, as far as a running stack needs it. Every call has a time-out of its own.</summary>
/// <exception cref="EngineException">Thrown by each member when the engine refuses or does not answer.</exception>
public interface IContainerEngine
{
    /// <summary>True when the engine's processes and ports are this machine's own.</summary>
    bool IsLocal { get; }

    /// <summary>
    /// True when a container has all its networks from its creation on (Engine API 1.44); before, Compose connects them one by one
    /// afterwards, and a container that is seen may not be whole yet.
    /// </summary>
    Task<bool> CreatesWholeAsync(CancellationToken stop);

    /// <summary>The containers of a Compose project, running or not, without those of <c>compose run</c>.</summary>
    Task<IReadOnlyList<Container>> ListAsync(string project, CancellationToken stop);

    Task<ContainerDetail> InspectAsync(string id, CancellationToken stop);

    Task StartAsync(string id, CancellationToken stop);

    /// <summary>Sends a signal to PID 1; a container that has already ended is no error.</summary>
    Task SignalAsync(string id, string signal, CancellationToken stop);

    /// <summary>Removes a container, ending it if it still runs. Its anonymous volumes stay.</summary>
    Task RemoveAsync(string id, CancellationToken stop);

    /// <summary>Runs a command in a container as its health check would run; a command that cannot be started is an answer too.</summary>
    Task<ProbeAnswer> ProbeAsync(string id, IReadOnlyList<string> command, TimeSpan timeout, CancellationToken stop);

    /// <summary>The last lines of a container's output, oldest first.</summary>
    Task<IReadOnlyList<string>> TailAsync(string id, int lines, CancellationToken stop);

    /// <summary>A container's output as it comes: the last <paramref name="tail"/> lines (all when null), then, when asked, what follows.</summary>
    IAsyncEnumerable<OutputLine> OutputAsync(string id, int? tail, bool follow, CancellationToken stop);

    /// <summary>What happens to the containers of a Compose project from now on, without those of <c>compose run</c>. The first element comes when the subscription stands.</summary>
    IAsyncEnumerable<EngineEvent> WatchAsync(string project, CancellationToken stop);

    /// <summary>
    /// As <see cref="WatchAsync"/>, and also <c>disconnect</c> when a container is taken off a network, which is the event's name then. The engine
    /// does not say whose container it is, so those of others come too, with no service.
    /// </summary>
    IAsyncEnumerable<EngineEvent> WatchWithNetworksAsync(string project, CancellationToken stop);

    /// <summary>Puts a running container on a network as it was on it before.</summary>
    Task AttachAsync(string id, Attachment place, CancellationToken stop);

    /// <summary>Lets a paused container go on.</summary>
    Task UnpauseAsync(string id, CancellationToken stop);

    Task<IReadOnlyList<string>> NetworksAsync(string project, CancellationToken stop);

    Task RemoveNetworkAsync(string name, CancellationToken stop);

    /// <summary>Those of the names given that are names of volumes, each with the Compose project that it was made for; null where it was made for none.</summary>
    Task<IReadOnlyDictionary<string, string?>> VolumesAsync(IReadOnlyCollection<string> names, CancellationToken stop);

    /// <summary>Removes a named volume. Called only for names that a person gave.</summary>
    Task RemoveVolumeAsync(string name, CancellationToken stop);
}

/// <summary>What a command in a container answered.</summary>
/// <param name="ExitCode">Its exit code; null when it did not end in time or could not be started.</param>
/// <param name="Output">The last of what it printed, at most 4 KiB.</param>
public sealed record ProbeAnswer(int? ExitCode, string Output)
{
    public bool Passed => ExitCode == 0;
}

/// <summary>A line that a container printed.</summary>
/// <param name="IsError">True when it came on standard error.</param>
/// <param name="Text">The line, without its end; at most 64 KiB.</param>
public sealed record OutputLine(bool IsError, string Text);

/// <summary>Something that happened to a container.</summary>
/// <param name="Kind">The engine's word (<c>create</c>, <c>start</c>, <c>die</c>, <c>oom</c>, …), or <c>watching</c> for the first element.</param>
/// <param name="ContainerId">The container; empty for <c>watching</c>.</param>
/// <param name="Service">Its Compose service; empty for <c>watching</c>.</param>
/// <param name="ExitCode">For <c>die</c>: how it ended.</param>
public sealed record EngineEvent(string Kind, string ContainerId, string Service, int? ExitCode)
{
    /// <summary>The container's name at that moment.</summary>
    public string Name { get; init; } = "";

    /// <summary>Which replica of its service it is, counted from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>For <c>kill</c>: the number of the signal that was sent.</summary>
    public int? Signal { get; init; }
}

/// <summary>The engine refused, or did not answer in time.</summary>
public sealed class EngineException : Exception
{
    public EngineException()
    {
    }

    public EngineException(string message)
        : base(message)
    {
    }

    public EngineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Looks at a container's processes from the engine's host, where that is this machine.</summary>
public interface IProcessSight
{
    /// <summary>
    /// The TCP ports that something listens on, beyond loopback, in the network of process <paramref name="pid"/>;
    /// null when that cannot be seen from here.
    /// </summary>
    IReadOnlySet<int>? ListeningPorts(int pid);

    /// <summary>As <see cref="ListeningPorts"/>, for the ports that are listened on at loopback alone.</summary>
    IReadOnlySet<int>? LoopbackPorts(int pid);

    /// <summary>Whether the process catches the signal (by number); null when that cannot be seen from here.</summary>
    bool? Catches(int pid, int signal);
}
