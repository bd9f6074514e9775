using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker;

/// <summary>Restarts, removes and runs commands in the containers of this stack's services, and of no other.</summary>
public sealed class ServiceHand(EngineClient engine, IContainerEngine containers, IComposer composer) : IHand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    // A verdict that comes more seldom is not waited for.
    private static readonly TimeSpan ForTheEngine = TimeSpan.FromSeconds(5);

    public bool Takes(Act act) => act is RestartService or RemakeService or RunInService or TryAgain or AwaitHealth;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        if ((await composer.ResolveAsync(stop).ConfigureAwait(false)).Stack is not { } stack)
        {
            return new Receipt(false, "Compose gives no model, so the stack's containers are not known");
        }

        try
        {
            return act switch
            {
                RestartService restart => await RestartAsync(await OfAsync(stack, restart.Service, stop).ConfigureAwait(false), stop).ConfigureAwait(false),
                RemakeService remake => await RemoveAsync(await OfAsync(stack, remake.Service, stop).ConfigureAwait(false), remake.RenewsAnonymousVolumes, stop).ConfigureAwait(false),
                RunInService run => await RunAsync(await OfAsync(stack, run.Service, stop).ConfigureAwait(false), run.Command, stop).ConfigureAwait(false),
                AwaitHealth wait => await AwaitAsync(await OfAsync(stack, wait.Service, stop).ConfigureAwait(false), TimeSpan.FromSeconds(wait.Seconds), stop).ConfigureAwait(false),
                _ => await PauseAsync(stop).ConfigureAwait(false),
            };
        }
        catch (EngineException refusal)
        {
            return new Receipt(false, refusal.Message);
        }
    }

    private async Task<IReadOnlyList<Container>> OfAsync(Stack stack, string service, CancellationToken stop) =>
        [.. (await containers.ListAsync(stack.Name, stop).ConfigureAwait(false)).Where(container => container.Service == service)];

    private async Task<Receipt> RestartAsync(IReadOnlyList<Container> replicas, CancellationToken stop)
    {
        foreach (var container in replicas)
        {
            await engine.DoAsync((client, token) => client.Containers.RestartContainerAsync(container.Id, new(), token), stop, Patience).ConfigureAwait(false);
        }

        return replicas.Count == 0 ? new Receipt(false, "it has no container") : new Receipt(true, "");
    }

    private async Task<Receipt> RemoveAsync(IReadOnlyList<Container> replicas, bool withAnonymousVolumes, CancellationToken stop)
    {
        foreach (var container in replicas)
        {
            await engine.DoAsync(
                (client, token) => client.Containers.RemoveContainerAsync(container.Id, new() { Force = true, RemoveVolumes = withAnonymousVolumes }, token), stop, Patience).ConfigureAwait(false);
        }

        return new Receipt(true, "");
    }

    private async Task<Receipt> RunAsync(IReadOnlyList<Container> replicas, IReadOnlyList<string> command, CancellationToken stop)
    {
        if (replicas.FirstOrDefault(container => container.State is ContainerState.Running) is not { } running)
        {
            return new Receipt(false, "it does not run");
        }

        var answer = await containers.ProbeAsync(running.Id, command, Patience, stop).ConfigureAwait(false);
        return new Receipt(answer.Passed, answer.Passed ? "" : answer.Output.Trim());
    }

    private async Task<Receipt> AwaitAsync(IReadOnlyList<Container> replicas, TimeSpan limit, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            var passed = await Task.WhenAll(replicas.Select(container => BecomesHealthyAsync(container, either.Token))).ConfigureAwait(false);
            if (!Array.TrueForAll(passed, yes => yes))
            {
                return new Receipt(false, "it ended meanwhile");
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return await RestartAsync(replicas, stop).ConfigureAwait(false) with { Says = "its health check still failed, so it was restarted" };
        }
        catch (EngineException) when (late.IsCancellationRequested)
        {
            return await RestartAsync(replicas, stop).ConfigureAwait(false) with { Says = "its health check still failed, so it was restarted" };
        }

        await Task.WhenAll(replicas.Select(container => EngineAgreesAsync(container, stop))).ConfigureAwait(false);
        return new Receipt(true, "it became healthy") { OnlyWaited = true };
    }

    // The detectors read the engine's verdict, which is as old as its own last probe.
    private async Task EngineAgreesAsync(Container container, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; waited < ForTheEngine; waited += BetweenLooks)
        {
            if (await containers.InspectAsync(container.Id, stop).ConfigureAwait(false) is not { State: ContainerState.Running, Health: not HealthVerdict.Healthy })
            {
                return;
            }

            await Task.Delay(BetweenLooks, stop).ConfigureAwait(false);
        }
    }

    private async Task<bool> BecomesHealthyAsync(Container container, CancellationToken stop)
    {
        while (await containers.InspectAsync(container.Id, stop).ConfigureAwait(false) is { State: ContainerState.Running, HealthCheck: { } check })
        {
            if ((await containers.ProbeAsync(container.Id, check.Command, check.Timeout, stop).ConfigureAwait(false)).Passed)
            {
                return true;
            }

            await Task.Delay(BetweenProbes, stop).ConfigureAwait(false);
        }

        return false;
    }

    // Whatever it was that may pass gets a moment, and not all that wait for it come back at once.
    private static async Task<Receipt> PauseAsync(CancellationToken stop)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(500 + Random.Shared.Next(500)), stop).ConfigureAwait(false);
        return new Receipt(true, "");
    }
}
