using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>What is remembered of one container while it is waited for.</summary>
internal sealed class Watch(Pace pace, long since)
{
    private readonly HashSet<DateTimeOffset> _starts = [];
    private IReadOnlySet<int> _listened = new HashSet<int>();
    private ProbeAnswer? _lastAnswer;
    private long? _probedAt;
    private TimeSpan _pause;

    /// <summary>When the waiting began, as the clock's time stamp.</summary>
    public long Since { get; } = since;

    /// <summary>When the present start was first seen, as the clock's time stamp.</summary>
    public long StartedAt { get; private set; } = since;

    public int Starts => _starts.Count;

    public int LastExitCode { get; private set; }

    public int Failures { get; private set; }

    public long? PassingSince { get; private set; }

    /// <summary>When the first of the health command's failures in a row was answered; null while it passes.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>True while nothing listens in the container though it exposes ports.</summary>
    public bool Silent { get; private set; }

    public string LastWords => _lastAnswer is { Passed: false } answer ? $": {Shortened(answer)}" : "";

    public void Note(ContainerDetail seen, long now)
    {
        if (seen.StartedAt is { } started && _starts.Add(started) && _starts.Count > 1)
        {
            (Failures, PassingSince, FailingSince, _probedAt, _pause, StartedAt) = (0, null, null, null, TimeSpan.Zero, now);
            _listened = new HashSet<int>();
        }

        if (seen.State is ContainerState.Restarting or ContainerState.Exited)
        {
            LastExitCode = seen.ExitCode;
        }
    }

    /// <summary>Whether to run the health command now: its pause is over, or what listens in the container has changed.</summary>
    public bool IsProbeDue(ContainerDetail seen, IReadOnlySet<int>? listening, TimeProvider clock)
    {
        Silent = listening is { Count: 0 } && seen.ExposedPorts.Count > 0;
        var changed = listening is not null && !listening.SetEquals(_listened);
        _listened = listening ?? _listened;
        return (changed && !Silent) || UntilProbe(clock) <= TimeSpan.Zero;
    }

    /// <summary>How long until the health command runs again whatever happens.</summary>
    public TimeSpan UntilProbe(TimeProvider clock) =>
        Silent ? pace.WhileSilent - clock.GetElapsedTime(_probedAt ?? StartedAt)
        : _probedAt is { } last ? _pause - clock.GetElapsedTime(last)
        : TimeSpan.Zero;

    /// <summary>Notes an answer. The next pause grows from one failure to the next, and is never much shorter than an answer takes.</summary>
    public void Heard(ProbeAnswer answer, TimeSpan took, TimeProvider clock)
    {
        var now = clock.GetTimestamp();
        _lastAnswer = answer;
        _probedAt = now;
        FailingSince = answer.Passed ? null : FailingSince ?? clock.GetUtcNow();
        Failures = answer.Passed ? 0 : Failures + 1;
        PassingSince = answer.Passed ? PassingSince ?? now : null;
        var grown = _pause == TimeSpan.Zero ? pace.First : _pause * pace.Growth;
        _pause = grown < took / 2 ? took / 2 : grown;
        _pause = _pause > pace.Longest ? pace.Longest : _pause;
    }

    private static string Shortened(ProbeAnswer answer)
    {
        var last = answer.Output.Split('\n').LastOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        var code = answer.ExitCode is { } exit ? $"exit code {exit}" : "no answer in time";
        return last.Length == 0 ? code : $"{code}, '{(last.Length > 200 ? last[..200] : last)}'";
    }
}
