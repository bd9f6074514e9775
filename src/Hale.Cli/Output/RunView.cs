using System.Collections.Immutable;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output;

/// <summary>A run as it stands: a value, made from the one before it and what happened.</summary>
internal sealed record RunView
{
    public static RunView Empty { get; } = new();

    /// <summary>The services, in the order in which they were first heard of.</summary>
    public ImmutableArray<ServiceRow> Services { get; private init; } = [];

    /// <summary>The parts of the run, in the order in which they first began.</summary>
    public ImmutableArray<PhaseTime> Phases { get; private init; } = [];

    /// <summary>The parts that go on now.</summary>
    public IEnumerable<RunPhase> Open => Phases.Where(phase => phase.OpenSince is not null).Select(phase => phase.Phase);

    /// <summary>What is being done about a finding at this moment; empty when nothing is.</summary>
    public string Doing { get; private init; } = "";

    /// <summary>The parts that go on now, in words, with what is being done.</summary>
    public string Now => string.Join(", ", Open.Select(Words.Doing)) + (Doing.Length > 0 ? $": {Clean.Line(Doing)}" : "");

    public RunView After(RunEvent happened) => happened switch
    {
        ActBegan began => this with { Doing = began.Act.Says },
        ActEnded => this with { Doing = "" },
        ServiceMoved moved => this with { Services = Moved(moved) },
        BuildStepEnded { Service: { } service } step => this with { Services = Stepped(service, step) },
        PhaseBegan began => this with { Phases = Began(began) },
        PhaseEnded ended => this with { Phases = Ended(ended) },
        _ => this,
    };

    private ImmutableArray<ServiceRow> Moved(ServiceMoved moved)
    {
        var at = IndexOf(moved.Service);
        var before = at < 0 ? null : Services[at];
        var same = before?.Phase == moved.Phase;
        var row = new ServiceRow(moved.Service, moved.Phase)
        {
            Since = same ? before!.Since : moved.At,
            Started = moved.Phase is ServicePhase.Starting && !same ? moved.At : before?.Started,
            Detail = moved.Detail,
            WaitsFor = moved.WaitsFor,
        };
        return at < 0 ? Services.Add(row) : Services.SetItem(at, row);
    }

    private ImmutableArray<ServiceRow> Stepped(string service, BuildStepEnded step)
    {
        var at = IndexOf(service);
        return at >= 0 && Services[at].Phase is ServicePhase.Building
            ? Services.SetItem(at, Services[at] with { Detail = step.Step })
            : Services;
    }

    private ImmutableArray<PhaseTime> Began(PhaseBegan began)
    {
        var at = IndexOf(began.Phase);
        return at < 0
            ? Phases.Add(new PhaseTime(began.Phase, TimeSpan.Zero, began.At))
            : Phases.SetItem(at, Phases[at] with { OpenSince = Phases[at].OpenSince ?? began.At });
    }

    private ImmutableArray<PhaseTime> Ended(PhaseEnded ended)
    {
        var at = IndexOf(ended.Phase);
        return at >= 0 && Phases[at].OpenSince is { } since
            ? Phases.SetItem(at, new PhaseTime(ended.Phase, Phases[at].Total + (ended.At - since), null))
            : Phases;
    }

    private int IndexOf(string service)
    {
        for (var at = 0; at < Services.Length; at++)
        {
            if (Services[at].Service == service)
            {
                return at;
            }
        }

        return -1;
    }

    private int IndexOf(RunPhase phase)
    {
        for (var at = 0; at < Phases.Length; at++)
        {
            if (Phases[at].Phase == phase)
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>A service as it stands.</summary>
internal sealed record ServiceRow(string Service, ServicePhase Phase)
{
    /// <summary>When, since the run began, it came into this phase.</summary>
    public TimeSpan Since { get; init; }

    /// <summary>When its start was asked for; null when it was not.</summary>
    public TimeSpan? Started { get; init; }

    public string Detail { get; init; } = "";

    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>True while something is done about it, so that it is not just waiting for others and not at an end.</summary>
    public bool OnItsWay => Phase is ServicePhase.Building or ServicePhase.Creating or ServicePhase.Starting or ServicePhase.Probing or ServicePhase.Stopping;
}

/// <summary>A part of the run and how long it took so far.</summary>
internal sealed record PhaseTime(RunPhase Phase, TimeSpan Total, TimeSpan? OpenSince);
