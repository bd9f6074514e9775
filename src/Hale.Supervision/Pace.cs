namespace Hale.Supervision;

/// <summary>How often and how long a container is asked whether it is ready.</summary>
public sealed record Pace
{
    /// <summary>The pause after the first probe that fails.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>No pause is longer.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>By how much each pause is longer than the one before.</summary>
    public double Growth { get; init; } = 1.3;

    /// <summary>How often the listening sockets are looked at, where such a look costs next to nothing.</summary>
    public TimeSpan Glance { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How many times longer than all the looks of one round the round lasts, so that looking never takes what starting needs.</summary>
    public double GlanceShare { get; init; } = 10;

    /// <summary>How often the engine is asked for the container's state when no event says that it changed.</summary>
    public TimeSpan Relook { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a health command is tried while nothing listens yet.</summary>
    public TimeSpan WhileSilent { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a health command must keep passing while nothing listens: its own interval, within these two. A database's first start
    /// answers its own health command from a private server that is about to stop.
    /// </summary>
    public TimeSpan SilentPass { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>See <see cref="SilentPass"/>.</summary>
    public TimeSpan LongestSilentPass { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A verdict of "never healthy" is not given sooner, however short the intervals are.</summary>
    public TimeSpan ShortestDetection { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a published port may stay silent.</summary>
    public TimeSpan PortPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same where the port is listened on at the container's own loopback alone: a program seldom begins there and goes on to all addresses.</summary>
    public TimeSpan LoopbackPatience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long something without health check and port must live to count as running.</summary>
    public TimeSpan Alive { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The same for one that its restart policy has started again. The engine itself takes ten seconds for the sign of a run that is no crash
    /// (moby/moby restartmanager: its pause begins anew after them).
    /// </summary>
    public TimeSpan AliveAgain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What ended by itself within this long may have been called ready too early; the next run must outlive it.</summary>
    public TimeSpan ShortLife { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many starts of one container, its restart policy's included, are watched before it counts as failing.</summary>
    public int MostStarts { get; init; } = 4;

    /// <summary>How long a service may take in all; null leaves it to its own health check.</summary>
    public TimeSpan? Limit { get; init; }
}
