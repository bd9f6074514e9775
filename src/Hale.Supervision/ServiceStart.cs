using System.Collections.Concurrent;
using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Supervision;

/// <summary>One service's way from waiting to ready: its containers there, its dependencies satisfied, started, judged.</summary>
internal sealed class ServiceStart(
    Service service,
    BringupPlan plan,
    DependencyGraph graph,
    Gates gates,
    IComposer composer,
    IContainerEngine engine,
    Readiness readiness,
    ContainerStop stopper,
    Turns turns,
    Aftershock aftershock,
    IStage stage)
{
    private readonly Expectation _expected = graph.IsAwaitedToComplete(service.Name) ? Expectation.Completed : Expectation.Ready;
    private readonly List<string> _waitedFor = [];
    private readonly ConcurrentDictionary<string, TimeSpan> _outlive = new();
    private readonly TimeSpan _outliveAnyhow = plan.FailedAfter.TryGetValue(service.Name, out var life) ? EarlierEnd.Outlive(life, plan.Pace.ShortLife) : TimeSpan.Zero;
    private TimeSpan? _started;
    private bool _isShaken;

    public async Task<ServiceOutcome> RunAsync(CancellationToken stop)
    {
        try
        {
            return await LiveAsync(stop).ConfigureAwait(false);
        }
        catch (EngineException refusal)
        {
            return End(ServicePhase.Failed, refusal.Message, [], []);
        }
        catch
        {
            // Whoever waits for this service must not wait for ever.
            gates.BreakOff(service.Name);
            throw;
        }
    }

    private async Task<ServiceOutcome> LiveAsync(CancellationToken stop)
    {
        var creation = await gates.CreatedAsync(service.Name).WaitAsync(stop).ConfigureAwait(false);
        if (creation.Refusal is { } refusal)
        {
            return End(ServicePhase.Waiting, $"was not created: {refusal}", [], []);
        }

        if (creation.Containers.Count == 0)
        {
            gates.Started(service.Name, service.Replicas == 0);
            return service.Replicas == 0
                ? End(ServicePhase.Completed, "has no replicas", [], [])
                : End(ServicePhase.Failed, "Compose made no container for it", [], []);
        }

        // What already runs is only judged: all at once, whatever waits for what.
        if (!plan.Create && creation.Containers.All(container => container.State is ContainerState.Running))
        {
            gates.Started(service.Name, true);
            return await JudgeRunningAsync(creation.Containers, stop).ConfigureAwait(false);
        }

        if (await WaitForDependenciesAsync(stop).ConfigureAwait(false) is { } inTheWay)
        {
            return End(ServicePhase.Waiting, inTheWay, [], creation.Containers);
        }

        await RestartIfAskedAsync(creation.Containers, stop).ConfigureAwait(false);
        await StartAsync(creation.Containers, stop).ConfigureAwait(false);
        gates.Started(service.Name, true);
        return _started is null
            ? await JudgeRunningAsync(creation.Containers, stop).ConfigureAwait(false)
            : await JudgeAsync(creation.Containers, stop).ConfigureAwait(false);
    }

    private async Task<ServiceOutcome> JudgeRunningAsync(IReadOnlyList<Container> containers, CancellationToken stop)
    {
        _isShaken = _expected is Expectation.Ready && containers.All(container => container.State is ContainerState.Running)
            && await aftershock.ReachesAsync(service, stop).ConfigureAwait(false);
        if (_isShaken)
        {
            containers = await aftershock.OutlastAsync(containers, stop).ConfigureAwait(false);
            await StartAsync(containers, stop).ConfigureAwait(false);
        }

        return await JudgeAsync(containers, stop).ConfigureAwait(false);
    }

    /// <returns>What stands in the way; null when nothing does.</returns>
    private async Task<string?> WaitForDependenciesAsync(CancellationToken stop)
    {
        var waits = graph.Of(service).ToList();
        while (true)
        {
            var open = waits.Where(on => !IsSettled(on)).ToList();
            if (open.Count == 0)
            {
                break;
            }

            _waitedFor.AddRange(open.Select(on => on.Service).Except(_waitedFor));
            stage.Tell(new ServiceMoved(stage.Now, service.Name, ServicePhase.Waiting, "", [.. open.Select(on => on.Service)]));
            await Task.WhenAny(open.Select(SettledAsync)).WaitAsync(stop).ConfigureAwait(false);
        }

        foreach (var on in waits.Where(on => on.Required))
        {
            if (!await IsSatisfiedAsync(on).ConfigureAwait(false))
            {
                return $"was not started: it waits for '{on.Service}', which {Wanted(on.Condition)}";
            }
        }

        return null;
    }

    private Task SettledAsync(Dependency on) => on.Condition is DependencyCondition.Started ? gates.StartedAsync(on.Service) : gates.EndedAsync(on.Service);

    private bool IsSettled(Dependency on) => SettledAsync(on).IsCompleted;

    private async Task<bool> IsSatisfiedAsync(Dependency on) => on.Condition switch
    {
        DependencyCondition.Started => await gates.StartedAsync(on.Service).ConfigureAwait(false),
        DependencyCondition.Healthy => (await gates.EndedAsync(on.Service).ConfigureAwait(false)).Phase is ServicePhase.Ready,
        _ => (await gates.EndedAsync(on.Service).ConfigureAwait(false)).Phase is ServicePhase.Completed,
    };

    private static string Wanted(DependencyCondition condition) => condition switch
    {
        DependencyCondition.Started => "was not started",
        DependencyCondition.Healthy => "did not become healthy",
        _ => "did not complete its work",
    };

    // depends_on with restart: true asks for it when the other one's container was made anew.
    private async Task RestartIfAskedAsync(IReadOnlyList<Container> containers, CancellationToken stop)
    {
        foreach (var on in graph.Of(service).Where(on => on.Restart))
        {
            var other = (await gates.CreatedAsync(on.Service).ConfigureAwait(false)).Containers;
            if (other.All(container => plan.Existing.Any(before => before.Id == container.Id)))
            {
                continue;
            }

            foreach (var running in containers.Where(container => container.State is ContainerState.Running))
            {
                stage.Tell(new Noted(stage.Now, $"'{service.Name}' restarts, since '{on.Service}' was made anew"));
                await stopper.StopAsync(running.Id, stop).ConfigureAwait(false);
                await engine.StartAsync(running.Id, stop).ConfigureAwait(false);
                _started ??= stage.Now;
            }
        }
    }

    private async Task StartAsync(IReadOnlyList<Container> containers, CancellationToken stop)
    {
        var toStart = containers.Where(container => container.State is ContainerState.Created or ContainerState.Exited && !IsDone(container)).ToList();
        if (toStart.Count == 0)
        {
            return;
        }

        await Task.WhenAll(toStart.Where(container => container.State is ContainerState.Exited).Select(container => RememberEndAsync(container, stop))).ConfigureAwait(false);
        stage.Tell(new ServiceMoved(stage.Now, service.Name, ServicePhase.Starting, "", []));
        _started ??= stage.Now;
        if (service.OnlyComposeStarts is { } reason)
        {
            stage.Tell(new Noted(stage.Now, $"'{service.Name}' is started by Compose: {reason}"));
            var answer = await composer.StartAsync(service.Name, stop).ConfigureAwait(false);
            if (!answer.Done)
            {
                throw new EngineException($"Compose could not start it: {answer.Errors.LastOrDefault(line => line.Trim().Length > 0) ?? $"exit code {answer.ExitCode}"}");
            }
        }
        else
        {
            await StartAllAsync(toStart, stop).ConfigureAwait(false);
        }
    }

    // What ended by itself soon after it had been called ready is not called so again at the same age.
    private async Task RememberEndAsync(Container container, CancellationToken stop)
    {
        if (EarlierEnd.Of(await engine.InspectAsync(container.Id, stop).ConfigureAwait(false), service.Ports.Count > 0, plan.Pace.ShortLife) is { } end)
        {
            stage.Tell(new Noted(stage.Now, end.Says(service.Name)));
            _outlive[container.Id] = end.Outlive(plan.Pace.ShortLife);
        }
    }

    // Replicas that share a range of host ports get them in the order of their starts, which Compose makes that of their numbers.
    private async Task StartAllAsync(IReadOnlyList<Container> containers, CancellationToken stop)
    {
        if (service.Ports.Count == 0)
        {
            await Task.WhenAll(containers.Select(container => turns.TakeAsync(() => engine.StartAsync(container.Id, stop), stop))).ConfigureAwait(false);
            return;
        }

        foreach (var container in containers)
        {
            await turns.TakeAsync(() => engine.StartAsync(container.Id, stop), stop).ConfigureAwait(false);
        }
    }

    // What did its work in an earlier run and is unchanged need not do it again; one that somebody waits for shows it by its exit code.
    private bool IsDone(Container container) =>
        container is { State: ContainerState.Exited, ExitCode: 0 }
        && (_expected is Expectation.Completed || plan.Completed.Contains(container.Id));

    private async Task<ServiceOutcome> JudgeAsync(IReadOnlyList<Container> containers, CancellationToken stop)
    {
        if (_started is not null)
        {
            stage.Tell(new ServiceMoved(stage.Now, service.Name, ServicePhase.Probing, "", []));
        }

        IReadOnlyList<int> ports = [.. service.Ports.Where(port => port.Protocol == "tcp").Select(port => port.Target)];
        var verdicts = await Task.WhenAll(containers.Select(container => VerdictOnAsync(container, ports, stop))).ConfigureAwait(false);
        var worst = Array.FindIndex(verdicts, verdict => verdict.Phase is ServicePhase.Failed);
        if (worst < 0)
        {
            return End(verdicts[0].Phase, verdicts[0].Says, [], containers);
        }

        var tail = await TailAsync(containers[worst].Id, stop).ConfigureAwait(false);
        var which = containers.Count > 1 ? $"container {containers[worst].Number}: " : "";
        return End(ServicePhase.Failed, which + verdicts[worst].Says, tail, containers);
    }

    private Task<Verdict> VerdictOnAsync(Container container, IReadOnlyList<int> ports, CancellationToken stop) => container switch
    {
        _ when IsDone(container) => Task.FromResult(new Verdict(ServicePhase.Completed, "did its work before")),
        { State: ContainerState.Running, Health: HealthVerdict.Healthy } when _started is null && !_isShaken && _expected is Expectation.Ready && !plan.Doubted.Contains(service.Name) =>
            Task.FromResult(new Verdict(ServicePhase.Ready, "healthy by its own check")),
        _ => readiness.AwaitAsync(container.Id, _expected, ports, _outlive.GetValueOrDefault(container.Id, _outliveAnyhow), FailedBelow, stop),
    };

    // What it needs and can no longer get.
    private string? FailedBelow() => graph.NeededBy(service.Name).FirstOrDefault(gates.HasFailed);

    private async Task<IReadOnlyList<string>> TailAsync(string id, CancellationToken stop)
    {
        try
        {
            return await engine.TailAsync(id, 20, stop).ConfigureAwait(false);
        }
        catch (EngineException)
        {
            return [];
        }
    }

    private ServiceOutcome End(ServicePhase phase, string says, IReadOnlyList<string> tail, IReadOnlyList<Container> containers)
    {
        var outcome = new ServiceOutcome
        {
            Service = service.Name,
            Phase = phase,
            Says = says,
            Tail = tail,
            StartedNow = _started is not null,
            Started = _started,
            Ready = stage.Now,
            WaitedFor = _waitedFor,
            Ports = [.. containers.SelectMany(container => container.Ports)],
        };
        gates.Ended(outcome);
        stage.Tell(new ServiceMoved(stage.Now, service.Name, phase, says, []));
        return outcome;
    }
}
