using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Hale.Kernel.Engines;

namespace Hale.Supervision.Tests.Fakes;

/// <summary>An engine that does what its containers' scripts say, notes each call, and blows up on what was not expected.</summary>
internal sealed class ScriptedEngine(TimeProvider clock) : IContainerEngine, IProcessSight
{
    private Channel<EngineEvent> _events = Channel.CreateUnbounded<EngineEvent>();
    private int _startsNow;

    public ConcurrentDictionary<string, FakeContainer> Containers { get; } = new();

    public ConcurrentQueue<string> Calls { get; } = new();

    public List<string> Networks { get; } = [];

    public Func<string, EngineException?> RefuseStart { get; set; } = _ => null;

    public Func<string, Exception?> FailInspect { get; set; } = _ => null;

    public Func<string, EngineException?> RefuseNetwork { get; set; } = _ => null;

    public bool SeesProcesses { get; set; } = true;

    /// <summary>How long the engine needs for each start.</summary>
    public TimeSpan StartTakes { get; set; }

    public int MostStartsAtOnce { get; private set; }

    public bool IsLocal => true;

    public IEnumerable<string> CallsOf(string verb) => Calls.Where(call => call.StartsWith(verb + " ", StringComparison.Ordinal)).Select(call => call[(verb.Length + 1)..]);

    public FakeContainer Add(FakeContainer container) => Containers[container.Id] = container;

    public void Move(FakeContainer container, ContainerState state, int exitCode = 0, string what = "die")
    {
        (container.State, container.ExitCode) = (state, exitCode);
        container.StartedAt = state is ContainerState.Running ? clock.GetUtcNow() : container.StartedAt;
        Tell(what, container.Id, container.Service);
    }

    public void Tell(string kind, string id, string service, int? signal = null) =>
        _events.Writer.TryWrite(new EngineEvent(kind, id, service, null) { Name = id, Signal = signal });

    /// <summary>Breaks the stream of events; whoever asks again gets a new one.</summary>
    public void BreakStream()
    {
        var broken = _events;
        _events = Channel.CreateUnbounded<EngineEvent>();
        broken.Writer.TryComplete(new EngineException("the stream broke"));
    }

    public Task<bool> CreatesWholeAsync(CancellationToken stop) => Task.FromResult(true);

    public Task<IReadOnlyList<Container>> ListAsync(string project, CancellationToken stop)
    {
        Calls.Enqueue("list all");
        return Task.FromResult<IReadOnlyList<Container>>([.. Containers.Values.Select(container => container.Row()).OrderBy(row => row.Id, StringComparer.Ordinal)]);
    }

    public Task<ContainerDetail> InspectAsync(string id, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        Calls.Enqueue($"inspect {id}");
        return FailInspect(id) is { } failure ? Task.FromException<ContainerDetail>(failure) : Task.FromResult(The(id).Detail());
    }

    public async Task StartAsync(string id, CancellationToken stop)
    {
        var container = The(id);
        Assert.True(container.State is ContainerState.Created or ContainerState.Exited, $"{id} was started while {container.State}");
        Calls.Enqueue($"start {id}");
        await TakeTimeAsync(stop);
        if (RefuseStart(id) is { } refusal)
        {
            throw refusal;
        }

        Move(container, ContainerState.Running, 0, "start");
        container.OnStart(container);
    }

    public Task SignalAsync(string id, string signal, CancellationToken stop)
    {
        Calls.Enqueue($"signal {id} {signal}");
        var container = The(id);
        if (signal == "SIGKILL")
        {
            Move(container, ContainerState.Exited, 137);
        }
        else
        {
            container.OnSignal(container, signal);
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(string id, CancellationToken stop)
    {
        Calls.Enqueue($"remove {id}");
        Assert.True(Containers.TryRemove(id, out _), $"{id} was removed though it is not there");
        return Task.CompletedTask;
    }

    public Task<ProbeAnswer> ProbeAsync(string id, IReadOnlyList<string> command, TimeSpan timeout, CancellationToken stop)
    {
        Calls.Enqueue($"probe {id}");
        var script = The(id).OnProbe ?? throw new InvalidOperationException($"nobody expected {string.Join(' ', command)} in {id}");
        return Task.FromResult(script());
    }

    public Task<IReadOnlyList<string>> TailAsync(string id, int lines, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([$"last words of {id}"]);

    public IAsyncEnumerable<OutputLine> OutputAsync(string id, int? tail, bool follow, CancellationToken stop) =>
        throw new InvalidOperationException("nobody expected the output to be read");

    public async IAsyncEnumerable<EngineEvent> WatchAsync(string project, [EnumeratorCancellation] CancellationToken stop)
    {
        Calls.Enqueue("watch events");
        var events = _events;
        yield return new EngineEvent("watching", "", "", null);
        await foreach (var happened in events.Reader.ReadAllAsync(stop))
        {
            yield return happened;
        }
    }

    public IAsyncEnumerable<EngineEvent> WatchWithNetworksAsync(string project, CancellationToken stop) => WatchAsync(project, stop);

    public Task AttachAsync(string id, Attachment place, CancellationToken stop)
    {
        Calls.Enqueue($"attach {id} {place.Network}");
        The(id).Attachments.Add(place);
        return Task.CompletedTask;
    }

    public Task UnpauseAsync(string id, CancellationToken stop)
    {
        Move(The(id), ContainerState.Running, 0, "unpause");
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> NetworksAsync(string project, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([.. Networks]);

    public Task RemoveNetworkAsync(string name, CancellationToken stop)
    {
        Calls.Enqueue($"network {name}");
        return RefuseNetwork(name) is { } refusal ? Task.FromException(refusal) : Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, string?>> VolumesAsync(IReadOnlyCollection<string> names, CancellationToken stop) => Task.FromResult<IReadOnlyDictionary<string, string?>>(names.ToDictionary(name => name, _ => (string?)null));

    public Task RemoveVolumeAsync(string name, CancellationToken stop)
    {
        Calls.Enqueue($"volume {name}");
        return Task.CompletedTask;
    }

    public IReadOnlySet<int>? ListeningPorts(int pid) => SeesProcesses ? Of(pid)?.Listens.ToHashSet() : null;

    public IReadOnlySet<int>? LoopbackPorts(int pid) => SeesProcesses ? Of(pid)?.ListensAtLoopback.ToHashSet() : null;

    public bool? Catches(int pid, int signal)
    {
        Calls.Enqueue($"catches {signal}");
        return SeesProcesses ? Of(pid)?.Catches : null;
    }

    private FakeContainer? Of(int pid) => Containers.Values.SingleOrDefault(container => container.Pid == pid);

    private FakeContainer The(string id) => Containers.GetValueOrDefault(id) ?? throw new InvalidOperationException($"nobody expected the container {id}");

    private async Task TakeTimeAsync(CancellationToken stop)
    {
        if (StartTakes > TimeSpan.Zero)
        {
            lock (Calls)
            {
                MostStartsAtOnce = Math.Max(MostStartsAtOnce, ++_startsNow);
            }

            await Task.Delay(StartTakes, clock, stop);
            lock (Calls)
            {
                _startsNow--;
            }
        }
    }
}
