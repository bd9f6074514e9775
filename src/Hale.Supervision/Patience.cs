namespace Hale.Supervision;

/// <summary>How often a service that keeps failing is brought back: with growing pauses, and not for ever.</summary>
public sealed class Patience(TimeProvider clock)
{
    private const int Most = 6;
    private const int MostInVain = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Queue<long>> _tries = [];
    private readonly Dictionary<string, int> _inVain = [];

    /// <summary>How often the service was brought back within the last five minutes.</summary>
    public int TriesOf(string service) => Recent(service).Count;

    /// <summary>The pause before it is brought back once more; null when that was tried often enough.</summary>
    public TimeSpan? Next(string service)
    {
        var tries = Recent(service);
        if (tries.Count >= Most || _inVain.GetValueOrDefault(service) >= MostInVain)
        {
            return null;
        }

        // The first time at once; then twice as long each time, and never two services in step.
        tries.Enqueue(clock.GetTimestamp());
        return tries.Count == 1 ? TimeSpan.Zero : GrowingPause.At(tries.Count - 2);
    }

    /// <summary>What was done did not make it well: three times in a row are enough, however long each took.</summary>
    public void Failed(string service) => _inVain[service] = _inVain.GetValueOrDefault(service) + 1;

    /// <summary>It is well again.</summary>
    public void Succeeded(string service) => _inVain.Remove(service);

    /// <summary>A person started it: it may be tried as often again.</summary>
    public void Forget(string service)
    {
        _tries.Remove(service);
        _inVain.Remove(service);
    }

    private Queue<long> Recent(string service)
    {
        if (!_tries.TryGetValue(service, out var tries))
        {
            _tries[service] = tries = new Queue<long>();
        }

        while (tries.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) > Window)
        {
            tries.Dequeue();
        }

        return tries;
    }
}
