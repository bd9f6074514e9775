namespace Hale.Kernel.Faults;

/// <summary>What would mend a finding, as data. Nothing has happened yet.</summary>
public sealed record Remedy
{
    public static Remedy None { get; } = new();

    /// <summary>The acts, in order.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];

    /// <summary>What a person can do: whole commands or the exact change to a file, one a line. Shown when the acts are not done.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    public static Remedy Of(params IReadOnlyList<Act> acts) => new() { Acts = acts };

    public static Remedy ByHand(params IReadOnlyList<string> advice) => new() { Advice = advice };
}

/// <summary>How much an act may touch.</summary>
public enum Risk
{
    /// <summary>Only what Hale or the engine can make again: done without asking.</summary>
    Safe,

    /// <summary>The machine: a package, a daemon. Asked; <c>--yes</c> consents.</summary>
    System,

    /// <summary>A file of the user's. Asked; <c>--yes</c> consents; the original is kept.</summary>
    Edit,

    /// <summary>Could lose data. Never under <c>--yes</c>; only when named.</summary>
    Data,
}
