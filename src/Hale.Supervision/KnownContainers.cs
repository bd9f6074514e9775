using System.Collections.Concurrent;
using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>What is remembered of a watched stack's containers: how each was when it was well, and what a person did to it.</summary>
internal sealed class KnownContainers
{
    private const int Kill = 9;

    private readonly ConcurrentDictionary<string, Known> _known = new();
    private readonly ConcurrentDictionary<string, bool> _byHand = new();
    private readonly ConcurrentDictionary<string, int> _signals = new();
    private readonly ConcurrentDictionary<string, bool> _paused = new();

    public IReadOnlyCollection<Known> All => [.. _known.Values];

    public Known? Find(string id) => _known.GetValueOrDefault(id);

    public bool IsPaused(string id) => _paused.ContainsKey(id);

    /// <summary>True when a person stopped or removed it.</summary>
    public bool IsByHand(string id) => _byHand.ContainsKey(id);

    /// <summary>True while this very start of the container goes on, as far as is heard.</summary>
    public bool Lives(Known one) => Find(one.Id) is { Runs: true } now && now.StartedAt == one.StartedAt && !IsPaused(one.Id);

    /// <summary>How long to wait for the engine's word on who ended it: a stop or a removal is told just after the end.</summary>
    public TimeSpan UntilReason(string id) =>
        !_signals.TryGetValue(id, out var signal) ? TimeSpan.Zero : TimeSpan.FromMilliseconds(signal == Kill ? 200 : 500);

    /// <summary>Remembers it as it is. A place on a network that it had and lost is remembered too, since it is to have it back.</summary>
    /// <returns>The networks that it had before and is on no longer.</returns>
    public IReadOnlyList<Attachment> Remember(string service, ContainerDetail seen)
    {
        var before = Find(seen.Id)?.Places ?? [];
        IReadOnlyList<Attachment> lost = [.. before.Where(place => seen.Attachments.All(now => now.Network != place.Network))];
        var runs = seen.State is ContainerState.Running or ContainerState.Paused;
        _known[seen.Id] = new Known(seen.Id, service, seen.StartedAt, runs, seen.HealthCheck, [.. seen.Attachments, .. lost]);
        return runs ? lost : [];
    }

    /// <summary>Notes what the engine told.</summary>
    public void Note(EngineEvent happened)
    {
        var id = happened.ContainerId;
        switch (happened.Kind)
        {
            case "kill" when happened.Signal is { } signal:
                _signals[id] = signal;
                break;
            case "stop":
                _byHand[id] = true;
                break;
            case "start":
                _byHand.TryRemove(id, out _);
                _signals.TryRemove(id, out _);
                _paused.TryRemove(id, out _);
                break;
            case "die":
                _paused.TryRemove(id, out _);
                if (Find(id) is { } ended)
                {
                    _known[id] = ended with { Runs = false };
                }

                break;
            case "destroy":
                _known.TryRemove(id, out _);
                _byHand[id] = true;
                break;
            case "pause":
                _paused[id] = true;
                break;
            case "unpause":
                _paused.TryRemove(id, out _);
                break;
        }
    }
}

/// <summary>A container as it was when it was last looked at.</summary>
internal sealed record Known(string Id, string Service, DateTimeOffset? StartedAt, bool Runs, HealthCheck? Check, IReadOnlyList<Attachment> Places);
