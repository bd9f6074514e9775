using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>
/// Looks at what listens in containers. Such a look may cost the kernel milliseconds, so the more it costs and the more containers are
/// looked at, the rarer it becomes: all looks together take a fixed share of one processor at most.
/// </summary>
internal sealed class Glances(IProcessSight sight, Pace pace, TimeProvider clock)
{
    private int _watched;
    private long _costTicks;

    /// <summary>The pause until the next look at one container.</summary>
    public TimeSpan Pause
    {
        get
        {
            var fair = new TimeSpan((long)(Interlocked.Read(ref _costTicks) * Math.Max(1, Volatile.Read(ref _watched)) * pace.GlanceShare));
            return fair < pace.Glance ? pace.Glance : fair > pace.Longest ? pace.Longest : fair;
        }
    }

    /// <summary>Counts one container more until what it returns is disposed.</summary>
    public IDisposable Watching()
    {
        Interlocked.Increment(ref _watched);
        return new Watched(this);
    }

    /// <summary>The ports listened on; null when that cannot be seen or would say nothing about this container.</summary>
    public IReadOnlySet<int>? Look(ContainerDetail seen)
    {
        if (seen.SharesNetwork)
        {
            return null;
        }

        var began = clock.GetTimestamp();
        var ports = sight.ListeningPorts(seen.Pid);
        var cost = clock.GetElapsedTime(began).Ticks;

        // A moving mean, in which one look that the scheduler held up counts little.
        Interlocked.Exchange(ref _costTicks, ((Interlocked.Read(ref _costTicks) * 7) + cost) / 8);
        return ports;
    }

    private sealed class Watched(Glances all) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref all._watched);
    }
}
