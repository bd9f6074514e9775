namespace Hale.Kernel.Faults;

/// <summary>Looks at one part of the world and changes nothing. It never throws for what it sees: a refusal is a reading too.</summary>
public interface IProbe
{
    /// <summary>The reading it gives.</summary>
    Needs Gives { get; }

    /// <summary>The readings it wants to have before it looks.</summary>
    Needs After { get; }

    /// <summary>How long it may take until its reading counts as unknown.</summary>
    TimeSpan Patience { get; }

    /// <summary>Looks, and returns how the evidence grows by what was seen: the reading is known then, or unknown with the reason.</summary>
    Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop);

    /// <summary>How the evidence grows when there is no answer, for the reason given.</summary>
    Func<Evidence, Evidence> Blind(string why);
}
