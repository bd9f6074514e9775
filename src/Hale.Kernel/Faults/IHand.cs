using Hale.Kernel.Stacks;

namespace Hale.Kernel.Faults;

/// <summary>Carries out acts of the kinds it knows: the only way in which the world is changed.</summary>
public interface IHand
{
    bool Takes(Act act);

    /// <summary>Does it. <paramref name="progress"/> hears what is going on, for acts that take long. A refusal is a receipt, not an exception.</summary>
    Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop);
}

/// <summary>What became of an act.</summary>
/// <param name="Done">True when it was carried out. Whether it helped is for the detector to say.</param>
/// <param name="Says">What was done, or why not, in one sentence.</param>
public sealed record Receipt(bool Done, string Says)
{
    /// <summary>What is said of an act that was not let come to its end, so that a part of it may be done.</summary>
    public const string BrokenOff = "it was broken off";

    /// <summary>The command that takes it back; null when there is nothing to take back or no way to.</summary>
    public string? Undo { get; init; }

    /// <summary>True when nothing was changed and only time went by: what the last start came up against still holds.</summary>
    public bool OnlyWaited { get; init; }

    /// <summary>True when what was not done stands in nobody's way: what is left only warns.</summary>
    public bool OnlyWarns { get; init; }

    /// <summary>What was kept of a volume; null where none was.</summary>
    public KeptVolume? Volume { get; init; }

    /// <summary>What the overlay holds from now on because of it.</summary>
    public IReadOnlyList<OverlayLine> Overlay { get; init; } = [];
}

/// <summary>Asks the person; answers "no" when nobody is there.</summary>
public interface IConsent
{
    /// <summary>The volumes, or the services of databases, that a person named as those whose data may be lost.</summary>
    IReadOnlyList<string> Expendable => [];

    Task<bool> AllowsAsync(Act act, CancellationToken stop);
}

/// <summary>Keeps what was done: an entry is on disk before the act begins.</summary>
public interface IJournal
{
    /// <summary>Writes that an act is about to be done.</summary>
    /// <param name="finding">Why it is done.</param>
    /// <param name="act">The act.</param>
    /// <param name="undo">The command that takes it back, where that is known already; it counts where the act is never heard to end.</param>
    /// <returns>The entry's number.</returns>
    long Begin(Finding finding, Act act, string? undo = null);

    /// <summary>Writes how it ended.</summary>
    void End(long entry, Receipt receipt);
}
