namespace Hale.Supervision;

/// <summary>How often a service that keeps failing is brought back: with growing pauses, and not for ever.</summary>
public sealed class Patience(TimeProvider clock)
{
    private const int Most = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Queue<long>> _tries = [];

    /// <summary>How often the service was brought back within the last five minutes.</summary>
    public int TriesOf(string service) => Recent(service).Count;

    /// <summary>The pause before it is brought back once more; null when that was tried often enough.</summary>
    public TimeSpan? Next(string service)
    {
        var tries = Recent(service);
        if (tries.Count >= Most)
        {
            return null;
        }

        tries.Enqueue(clock.GetTimestamp());

        // The first time at once; then twice as long each time, and never two services in step.
        var pause = tries.Count == 1 ? TimeSpan.Zero : First * Math.Pow(2, tries.Count - 2) * (1 + (Random.Shared.NextDouble() / 4));
        return pause < Longest ? pause : Longest;
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
