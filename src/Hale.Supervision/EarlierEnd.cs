using System.Globalization;
using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>How a container that is about to be started again ended its last run by itself.</summary>
internal sealed class EarlierEnd
{
    // What a person, Compose or the engine's own end asks of a container: SIGINT, SIGKILL, SIGTERM.
    private static readonly int[] BySignal = [130, 137, 143];

    private readonly ContainerDetail _seen;
    private readonly TimeSpan? _life;

    private EarlierEnd(ContainerDetail seen)
    {
        _seen = seen;
        _life = seen is { StartedAt: { } started, FinishedAt: { } finished } && finished > started ? finished - started : null;
    }

    /// <summary>
    /// Reads it; null when it never ran, or ended at the will of somebody. An end with 0 counts only after a life that is not longer than
    /// <paramref name="shortLife"/>, and where nothing but its staying alive tells that it is well: servers end so when they are stopped.
    /// </summary>
    public static EarlierEnd? Of(ContainerDetail seen, bool publishes, TimeSpan shortLife)
    {
        var end = new EarlierEnd(seen);
        var asked = !seen.OomKilled && BySignal.Contains(seen.ExitCode);
        var well = seen.ExitCode == 0 && (end._life > shortLife || publishes || seen.HealthCheck is not null);
        return seen.State is not ContainerState.Exited || end._life is null || asked || well ? null : end;
    }

    /// <summary>How long the next run must last to be more than a repetition; zero when the last one was no short life.</summary>
    public TimeSpan Outlive(TimeSpan shortLife) => _life is { } life ? Outlive(life, shortLife) : TimeSpan.Zero;

    /// <summary>The same for a life that ended or failed after so long.</summary>
    public static TimeSpan Outlive(TimeSpan life, TimeSpan shortLife) => life <= shortLife ? life + TimeSpan.FromSeconds(1) : TimeSpan.Zero;

    public string Says(string service)
    {
        var why = _seen.OomKilled ? ", for using more memory than its limit" : "";
        return string.Create(CultureInfo.InvariantCulture, $"'{service}' had ended {_life!.Value.TotalSeconds:0.#} s after its last start, with exit code {_seen.ExitCode}{why}; it is started again");
    }
}
