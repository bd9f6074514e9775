using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>What is remembered of one container while it is waited for.</summary>
internal sealed class Watch(long since)
{
    private readonly HashSet<DateTimeOffset> _starts = [];
    private ProbeAnswer? _lastAnswer;
    private TimeSpan _pause;

    /// <summary>When the waiting began, as the clock's time stamp.</summary>
    public long Since { get; } = since;

    /// <summary>When the present start was first seen, as the clock's time stamp.</summary>
    public long StartedAt { get; private set; } = since;

    public int Starts => _starts.Count;

    public int LastExitCode { get; private set; }

    public int Failures { get; private set; }

    public long? LastProbeAt { get; set; }

    public long? PassingSince { get; private set; }

    /// <summary>True while nothing listens in the container though it exposes ports.</summary>
    public bool Silent { get; set; }

    public string LastWords => _lastAnswer is { Passed: false } answer ? $": {Shortened(answer)}" : "";

    public void Note(ContainerDetail seen, long now)
    {
        if (seen.StartedAt is { } started && _starts.Add(started) && _starts.Count > 1)
        {
            (Failures, PassingSince, LastProbeAt, _pause, StartedAt) = (0, null, null, TimeSpan.Zero, now);
        }

        if (seen.State is ContainerState.Restarting or ContainerState.Exited)
        {
            LastExitCode = seen.ExitCode;
        }
    }

    public void Heard(ProbeAnswer answer, long now)
    {
        _lastAnswer = answer;
        Failures = answer.Passed ? 0 : Failures + 1;
        PassingSince = answer.Passed ? PassingSince ?? now : null;
    }

    public TimeSpan Pause(Pace pace)
    {
        if (Silent)
        {
            return pace.Glance;
        }

        _pause = _pause == TimeSpan.Zero ? pace.First : _pause * pace.Growth;
        return _pause > pace.Longest ? pace.Longest : _pause;
    }

    private static string Shortened(ProbeAnswer answer)
    {
        var last = answer.Output.Split('\n').LastOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        var code = answer.ExitCode is { } exit ? $"exit code {exit}" : "no answer in time";
        return last.Length == 0 ? code : $"{code}, '{(last.Length > 200 ? last[..200] : last)}'";
    }
}
