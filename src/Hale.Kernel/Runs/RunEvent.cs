using Hale.Kernel.Faults;

namespace Hale.Kernel.Runs;

/// <summary>Something that happened in a run, told once to whoever shows it.</summary>
/// <param name="At">When, since the run began.</param>
public abstract record RunEvent(TimeSpan At);

/// <summary>A part of the run began.</summary>
public sealed record PhaseBegan(TimeSpan At, RunPhase Phase) : RunEvent(At);

/// <summary>A part of the run ended.</summary>
public sealed record PhaseEnded(TimeSpan At, RunPhase Phase) : RunEvent(At);

/// <summary>A service came into another state.</summary>
public sealed record ServiceMoved(TimeSpan At, string Service, ServicePhase Phase, string Detail, IReadOnlyList<string> WaitsFor) : RunEvent(At);

/// <summary>A step of an image build ended.</summary>
public sealed record BuildStepEnded(TimeSpan At, string? Service, string Step, bool Cached, TimeSpan Took) : RunEvent(At);

/// <summary>A fault was recognised.</summary>
public sealed record FaultFound(TimeSpan At, Finding Finding) : RunEvent(At);

/// <summary>An act is being done: it has consent, and is in the journal.</summary>
public sealed record ActBegan(TimeSpan At, Act Act) : RunEvent(At);

/// <summary>An act was done, or not.</summary>
public sealed record ActEnded(TimeSpan At, Finding Finding, Act Act, bool Done, string Says, string? Undo) : RunEvent(At);

/// <summary>Something that a person may want to know.</summary>
public sealed record Noted(TimeSpan At, string Text) : RunEvent(At);

/// <summary>A command that Hale ran, or a line of its output; shown with <c>--verbose</c>.</summary>
public sealed record CommandSaid(TimeSpan At, string Text) : RunEvent(At);

/// <summary>The parts of a run.</summary>
public enum RunPhase
{
    Look,
    Mend,
    Build,
    Create,
    Start,
    Stop,
}

/// <summary>Where a service stands.</summary>
public enum ServicePhase
{
    Waiting,
    Building,
    Creating,
    Starting,
    Probing,
    Ready,
    Completed,
    Failed,
    Stopping,
    Stopped,
}

/// <summary>Hears what happens in a run. Telling never blocks and never fails.</summary>
public interface IStage
{
    /// <summary>The time since the run began.</summary>
    TimeSpan Now { get; }

    void Tell(RunEvent happened);
}
