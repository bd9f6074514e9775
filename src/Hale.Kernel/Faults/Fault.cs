namespace Hale.Kernel.Faults;

/// <summary>A thing that goes wrong, how to see it, why it happens, and what mends it.</summary>
public abstract class Fault
{
    /// <summary>Its one name in kebab case, the same as its class, file, page and evidence folder. Never given another meaning.</summary>
    public abstract string Id { get; }

    /// <summary>What is wrong, in one plain sentence without a full stop.</summary>
    public abstract string Title { get; }

    /// <summary>What <c>hale explain</c> prints, in Markdown.</summary>
    public abstract string Page { get; }

    /// <summary>The readings it looks at.</summary>
    public abstract Needs Needs { get; }

    /// <summary>Pure: the same evidence always gives the same diagnosis.</summary>
    public abstract Diagnosis Detect(Evidence evidence);

    /// <summary>Pure: what would mend the finding. A fault that no tool may mend gives advice instead.</summary>
    public virtual Remedy Mend(Finding finding) => Remedy.None;

    /// <summary>True for a fault that only says what happened and not why: its finding gives way to any other about the same service.</summary>
    public virtual bool IsGeneral => false;

    /// <summary>True when trouble in a service that the finding's service depends on is enough to explain the finding.</summary>
    public virtual bool FollowsFromDependencies => IsGeneral;

    /// <summary>The ids of faults whose findings are only consequences while this one is found.</summary>
    public virtual IReadOnlyList<string> Causes => [];
}
