using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>Something that a healthy stack does not do by itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Service">The service; empty where it is about the engine or the whole stack.</param>
/// <param name="Says">What happened, in words that follow the service's name, or a whole sentence where there is none.</param>
public sealed record Trouble(TroubleKind Kind, string Service, string Says)
{
    /// <summary>The container; empty where it is about the engine or the whole stack.</summary>
    public string ContainerId { get; init; } = "";

    /// <summary>For <see cref="TroubleKind.Cut"/>: the networks that it was taken off.</summary>
    public IReadOnlyList<Attachment> Lost { get; init; } = [];
}

/// <summary>The kinds of trouble.</summary>
public enum TroubleKind
{
    /// <summary>None yet: the events are heard from now on.</summary>
    Watching,

    /// <summary>A container ended, and nobody stopped it.</summary>
    Ended,

    /// <summary>The engine's own verdict.</summary>
    Unhealthy,

    /// <summary>It does not pass its own health command, long before the engine would ask.</summary>
    Hung,

    /// <summary>What it needs was started again, and it does not recover from that.</summary>
    Shaken,

    Paused,

    /// <summary>A container was taken off a network.</summary>
    Cut,

    /// <summary>The engine no longer tells what happens.</summary>
    EngineAway,

    EngineBack,

    /// <summary>No container of the stack is left.</summary>
    AllGone,
}
