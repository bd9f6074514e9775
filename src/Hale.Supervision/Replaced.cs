using System.Collections.Concurrent;
using Hale.Kernel.Engines;

namespace Hale.Supervision;

/// <summary>
/// In the place of an outdated container Compose makes a new one, asks the old one to stop and waits out its whole grace, though its
/// PID 1 may not be able to hear. Such a one is ended at once; nothing is, that Compose has not asked to stop for a new one.
/// </summary>
internal sealed class Replaced(BringupPlan plan, ContainerStop stopper, CancellationToken stop)
{
    private const int Kill = 9;

    private readonly Dictionary<string, Container> _before = plan.Existing.ToDictionary(container => container.Id);
    private readonly ConcurrentDictionary<(string Service, int Number), bool> _madeAnew = new();
    private readonly ConcurrentDictionary<string, bool> _asked = new();

    /// <summary>The ids of the containers that Compose has asked to stop so far.</summary>
    public IReadOnlyCollection<string> Asked => [.. _asked.Keys];

    public void Hear(EngineEvent happened)
    {
        if (happened.Kind == "create")
        {
            _madeAnew[(happened.Service, happened.Number)] = true;
        }
        else if (happened is { Kind: "kill", Signal: not Kill } && _before.TryGetValue(happened.ContainerId, out var old) && _madeAnew.ContainsKey((old.Service, old.Number)))
        {
            _asked[old.Id] = true;
            _ = HastenAsync(old.Id);
        }
    }

    private async Task HastenAsync(string id)
    {
        try
        {
            await stopper.HastenAsync(id, stop).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is EngineException or OperationCanceledException)
        {
            // Compose itself ends it when its grace is over.
        }
    }
}
