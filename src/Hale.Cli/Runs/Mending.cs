using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;
using Hale.Supervision;

namespace Hale.Cli.Runs;

/// <summary>Does something about trouble in a stack that is watched: the gentlest thing first, and the whole loop where that does not help.</summary>
internal sealed class Mending(Rooms rooms, UpOptions options)
{
    private readonly Mends _mends = new(rooms.Composer, rooms.Engine, rooms.Sight, rooms.Session.Stage, rooms.Clock);

    /// <summary>False when it has passed by itself, or a person has removed the container.</summary>
    public async Task<bool> IsStillSoAsync(Stack stack, Trouble trouble, CancellationToken stop)
    {
        var there = await rooms.Engine.ListAsync(stack.Name, stop).ConfigureAwait(false);
        return there.FirstOrDefault(container => container.Id == trouble.ContainerId) is { } one && trouble.Kind switch
        {
            TroubleKind.Ended => one.State is ContainerState.Exited or ContainerState.Dead or ContainerState.Restarting && !IsDone(stack, one),
            TroubleKind.Paused => one.State is ContainerState.Paused,
            TroubleKind.Cut => await _mends.IsCutAsync(one.Id, trouble.Lost, stop).ConfigureAwait(false),
            _ => one.State is ContainerState.Running && !await _mends.PassesAsync(one.Id, stop).ConfigureAwait(false),
        };
    }

    /// <summary>Starts, restarts, resumes or reconnects the containers as they are.</summary>
    /// <returns>The services that are not well afterwards, each with why.</returns>
    public async Task<IReadOnlyDictionary<string, string>> GentlyAsync(Stack stack, IReadOnlyList<Trouble> troubles, Func<Container, bool> spared, CancellationToken stop)
    {
        using var held = await rooms.LockAsync("watching", WhenBusy.Wait, stop).ConfigureAwait(false);
        var start = new HashSet<string>();
        foreach (var trouble in troubles)
        {
            // Whoever held the lock may have seen to it.
            if (!await IsStillSoAsync(stack, trouble, stop).ConfigureAwait(false))
            {
                continue;
            }

            switch (trouble.Kind)
            {
                case TroubleKind.Paused:
                    await rooms.Engine.UnpauseAsync(trouble.ContainerId, stop).ConfigureAwait(false);
                    break;
                case TroubleKind.Cut:
                    await _mends.AttachAsync(trouble.ContainerId, trouble.Lost, stop).ConfigureAwait(false);
                    break;
                case TroubleKind.Ended:
                    start.Add(trouble.Service);
                    break;
                default:
                    await _mends.EndAsync(stack, trouble.ContainerId, stop).ConfigureAwait(false);
                    start.Add(trouble.Service);
                    break;
            }
        }

        var outcome = start.Count == 0 ? null : await _mends.StartAsync(stack, start, rooms.Created.Completed, spared, stop).ConfigureAwait(false);
        return (outcome?.Services ?? []).Where(service => !service.Good).ToDictionary(service => service.Service, service => service.Says);
    }

    /// <summary>Goes round the whole loop, unless a person has changed what would be started.</summary>
    /// <returns>Null when the stack is healthy; why not otherwise.</returns>
    public async Task<string?> ThoroughlyAsync(CancellationToken stop)
    {
        var look = await QuickLook.TakeAsync(rooms, options, stop).ConfigureAwait(false);
        if (look is { InTheWay: null } and ({ Current: false } or { Build.Count: > 0 }))
        {
            return "what the project's files say has changed since it was made, and a watching builds and makes nothing anew: `hale docker` does";
        }

        var report = await new UpRun(rooms, options).RunAsync(stop).ConfigureAwait(false);
        var ill = report.Outcome?.Services.FirstOrDefault(service => !service.Good);
        return report.Verdict is Verdict.Good ? null : ill is null ? "`hale troubleshoot` tells why" : $"'{ill.Service}' {ill.Says}";
    }

    /// <summary>The last thing that a container printed; empty when it printed nothing.</summary>
    public async Task<string> LastWordsAsync(string id, CancellationToken stop)
    {
        try
        {
            return (await rooms.Engine.TailAsync(id, 5, stop).ConfigureAwait(false)).LastOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        }
        catch (EngineException)
        {
            return "";
        }
    }

    private bool IsDone(Stack stack, Container container) =>
        container.ExitCode is 0 && (rooms.Created.Completed.Contains(container.Id) || new DependencyGraph(stack).IsAwaitedToComplete(container.Service));
}
