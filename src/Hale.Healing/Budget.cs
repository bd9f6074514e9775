using Hale.Kernel.Faults;

namespace Hale.Healing;

/// <summary>How much is done for one service in a run, and how long is waited before it is brought up again.</summary>
/// <param name="clock">The clock.</param>
/// <param name="chance">Gives a number from 0 to 1, so that what waits for one thing does not come back all at once.</param>
internal sealed class Budget(TimeProvider clock, Func<double> chance)
{
    /// <summary>The most acts for one service in a run: what that many did not mend, one more does not.</summary>
    public const int MostActs = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly Dictionary<string, int> _acts = [];
    private readonly Dictionary<string, int> _tries = [];
    private readonly HashSet<string> _thisTime = [];

    /// <summary>Why this is not done for the service any more; null as long as there is something left of its budget.</summary>
    public string? Refusal(string service, Act act) =>
        !Counts(act) || _acts.GetValueOrDefault(service) < MostActs ? null : $"{MostActs} things were done for '{service}' in this run, and no more is: run the same command again to go on";

    /// <summary>Notes an act that was carried out.</summary>
    public void Spend(string service, Act act)
    {
        _acts[service] = _acts.GetValueOrDefault(service) + (Counts(act) ? 1 : 0);
        if (BringsUp(act))
        {
            _thisTime.Add(service);
        }
    }

    /// <summary>A start came to its end: what is brought up after it is brought up once more.</summary>
    public void NextAttempt()
    {
        foreach (var service in _thisTime)
        {
            _tries[service] = _tries.GetValueOrDefault(service) + 1;
        }

        _thisTime.Clear();
    }

    /// <summary>Waits where the act brings up what an earlier start of this run was to bring up already: longer each time.</summary>
    public Task PauseAsync(string service, Act act, CancellationToken stop) =>
        PauseBefore(service, act) is { } pause && pause > TimeSpan.Zero ? Task.Delay(pause, clock, stop) : Task.CompletedTask;

    /// <summary>How long that is: half a second, doubled each time up to eight seconds, and up to a quarter less or more.</summary>
    public TimeSpan PauseBefore(string service, Act act) =>
        BringsUp(act) && _tries.GetValueOrDefault(service) is > 0 and var tries && !_thisTime.Contains(service)
            ? TimeSpan.FromTicks((long)(Math.Min(LongestPause.Ticks, FirstPause.Ticks * Math.Pow(2, tries - 1)) * (0.75 + (0.5 * chance()))))
            : TimeSpan.Zero;

    // One port that moved may be named in any number of variables, each of which is told once.
    private static bool Counts(Act act) => act is not TellPort;

    private static bool BringsUp(Act act) => act is RestartService or RemakeService or TryAgain or AwaitHealth or RunInService or RebuildService;
}
