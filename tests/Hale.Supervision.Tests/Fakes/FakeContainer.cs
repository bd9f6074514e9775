using Hale.Kernel.Engines;

namespace Hale.Supervision.Tests.Fakes;

/// <summary>A container of the scripted engine: how it stands, and what it does when it is started, asked or signalled.</summary>
internal sealed class FakeContainer(string service, int number = 1)
{
    private static int _lastPid = 0x10000;

    public string Id { get; init; } = number == 1 ? service : $"{service}{number}";

    public string Service { get; } = service;

    public ContainerState State { get; set; } = ContainerState.Created;

    public HealthVerdict Health { get; set; }

    public int ExitCode { get; set; }

    public string Error { get; set; } = "";

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public bool OomKilled { get; set; }

    public string? HealthCommand { get; set; }

    public int RestartCount { get; set; }

    /// <summary>When the engine's own probe last passed.</summary>
    public DateTimeOffset? PassedAt { get; set; }

    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);

    public IReadOnlyList<int> Exposes { get; set; } = [];

    public List<Attachment> Attachments { get; } = [];

    public HashSet<int> Listens { get; } = [];

    public HashSet<int> ListensAtLoopback { get; } = [];

    public bool? Catches { get; set; } = true;

    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(10);

    public string StopSignal { get; set; } = "SIGTERM";

    /// <summary>What its start does; without one it simply runs.</summary>
    public Action<FakeContainer> OnStart { get; set; } = _ => { };

    /// <summary>What its health command answers; one that is asked without a script fails the test.</summary>
    public Func<ProbeAnswer>? OnProbe { get; set; }

    /// <summary>What a signal other than SIGKILL does; without one it is ignored.</summary>
    public Action<FakeContainer, string> OnSignal { get; set; } = (_, _) => { };

    public int Pid { get; } = Interlocked.Increment(ref _lastPid);

    public Container Row() => new()
    {
        Id = Id,
        Name = Id,
        Service = Service,
        Number = number,
        State = State,
        Health = Health,
        ExitCode = State is ContainerState.Exited ? ExitCode : null,
        Ports = State is ContainerState.Running ? [new BoundPort(80, 8080, "", "tcp")] : [],
    };

    public ContainerDetail Detail() => new()
    {
        Id = Id,
        State = State,
        Error = Error,
        ExitCode = ExitCode,
        Pid = State is ContainerState.Running ? Pid : 0,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        OomKilled = OomKilled,
        Health = Health,
        RestartCount = RestartCount,
        LastProbe = PassedAt,
        LastProbePassed = PassedAt is not null,
        HealthCheck = HealthCommand is null ? null : new HealthCheck { Command = [HealthCommand], Interval = Interval },
        ExposedPorts = Exposes,
        StopSignal = StopSignal,
        StopGrace = Grace,
        Attachments = [.. Attachments],
    };
}
