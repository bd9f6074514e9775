using System.Collections.Concurrent;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>
/// Opens a service's gate the moment that the engine tells of its last container's creation, while Compose still creates others. Only
/// for services that had no container: in the place of an old one Compose creates the new one under a passing name, and renames it.
/// </summary>
internal sealed class FirstCreated(BringupPlan plan, IContainerEngine engine, Gates gates, CancellationToken stop)
{
    private readonly Dictionary<string, Service> _fresh = Fresh(plan);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Container>> _made = new();

    public void Hear(EngineEvent happened)
    {
        if (happened.Kind == "create" && _fresh.TryGetValue(happened.Service, out var service))
        {
            _ = NoteAsync(service, happened);
        }
    }

    // A replayed event may tell of a container that is gone: it is asked for before it is believed.
    private async Task NoteAsync(Service service, EngineEvent happened)
    {
        try
        {
            var seen = await engine.InspectAsync(happened.ContainerId, stop).ConfigureAwait(false);
            var made = _made.GetOrAdd(service.Name, _ => new());
            made[seen.Id] = new Container { Id = seen.Id, Name = happened.Name, Service = service.Name, Number = happened.Number, State = seen.State };
            if (made.Count == service.Replicas)
            {
                gates.Created(service.Name, new Creation([.. made.Values.OrderBy(container => container.Number)], null));
            }
        }
        catch (Exception failure) when (failure is EngineException or OperationCanceledException)
        {
            // Compose's own end opens the gate a little later.
        }
    }

    private static Dictionary<string, Service> Fresh(BringupPlan plan)
    {
        var before = plan.Existing.Select(container => container.Service).ToHashSet();
        return plan is { Create: true, StartWhileCreating: true }
            ? plan.Services.Where(service => service.OnlyComposeStarts is null && !before.Contains(service.Name)).ToDictionary(service => service.Name)
            : [];
    }
}
