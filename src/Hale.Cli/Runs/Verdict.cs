using Hale.Healing;
using Hale.Kernel.Runs;

namespace Hale.Cli.Runs;

/// <summary>How a command ended; the numbers are the exit codes.</summary>
internal enum Verdict
{
    /// <summary>Healthy, or everything mended.</summary>
    Good = 0,

    /// <summary>Something is left.</summary>
    SomethingLeft = 1,

    /// <summary>The command line or the project's files are wrong.</summary>
    WrongUsage = 2,

    /// <summary>It could not be told.</summary>
    CannotTell = 3,

    /// <summary>A person or a signal stopped it.</summary>
    Interrupted = 130,
}

/// <summary>Judges a run by its parts.</summary>
internal static class Verdicts
{
    /// <summary>Left outweighs unknown: a stack that is up is good whatever could not be seen; one that never came up for an unknown reason is unknown.</summary>
    public static Verdict Of(HealingReport? healing, Outcome? outcome) => (healing, outcome) switch
    {
        (_, { Healthy: true }) => Verdict.Good,
        (_, not null) => Verdict.SomethingLeft,
        ({ MayGoOn: false }, _) => Verdict.SomethingLeft,
        ({ Blind.Count: > 0 }, _) => Verdict.CannotTell,
        _ => Verdict.Good,
    };
}
