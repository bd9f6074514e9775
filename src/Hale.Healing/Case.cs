using Hale.Kernel.Faults;

namespace Hale.Healing;

/// <summary>A fault and what it says of the evidence.</summary>
public sealed record Case(Fault Fault, Diagnosis Diagnosis)
{
    public IReadOnlyList<Finding> Findings => Diagnosis is Diagnosis.Seen seen ? seen.Findings : [];
}

/// <summary>What the whole catalogue says of one evidence.</summary>
/// <param name="Cases">What every fault says, but for those that are clear; roots before what follows from them.</param>
/// <param name="Follows">The findings that only follow from another one, each with that one.</param>
public sealed record Judgement(IReadOnlyList<Case> Cases, IReadOnlyDictionary<Finding, Finding> Follows);

/// <summary>What is left when the loop has gone round as often as it helps.</summary>
/// <param name="Mended">The findings that were there and, by fresh evidence, no longer are.</param>
/// <param name="Left">The findings that still are, root causes first.</param>
/// <param name="Blind">What could not be told, by reason.</param>
public sealed record HealingReport(
    IReadOnlyList<MendedFinding> Mended,
    IReadOnlyList<LeftFinding> Left,
    IReadOnlyList<BlindSpot> Blind)
{
    /// <summary>What changed since the stack was last healthy; null when nobody looked.</summary>
    public ChangeFacts? Changes { get; init; }

    /// <summary>True when nothing is left that stands in the way.</summary>
    public bool MayGoOn => Left.All(left => left.Finding.OnlyWarns);
}

/// <summary>A finding that is gone, and what made it go.</summary>
public sealed record MendedFinding(Finding Finding, IReadOnlyList<DoneAct> Acts);

/// <summary>An act that was carried out, and what it said.</summary>
public sealed record DoneAct(Act Act, Receipt Receipt);

/// <summary>A finding that is still there, with what a person can do.</summary>
public sealed record LeftFinding(Finding Finding, IReadOnlyList<string> Advice, IReadOnlyList<DoneAct> Tried)
{
    /// <summary>The finding from which this one follows; null for a root.</summary>
    public Finding? FollowsFrom { get; init; }
}

/// <summary>Faults that could not be told, and why.</summary>
public sealed record BlindSpot(string Why, IReadOnlyList<string> Faults);
