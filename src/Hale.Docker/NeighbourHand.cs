using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker;

/// <summary>Makes what the stack expects beside it, and stops what was left of it. Nothing is ever removed.</summary>
public sealed class NeighbourHand(EngineClient engine, IComposer composer) : IHand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public bool Takes(Act act) => act is CreateExternal or StopOrphan;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        try
        {
            return act switch
            {
                CreateExternal { Kind: "network", Name: var name } => await CreateNetworkAsync(name, stop).ConfigureAwait(false),
                CreateExternal { Name: var name } => await CreateVolumeAsync(name, stop).ConfigureAwait(false),
                _ => await StopAsync(((StopOrphan)act).Container, stop).ConfigureAwait(false),
            };
        }
        catch (EngineException refusal)
        {
            return new Receipt(false, refusal.Message);
        }
    }

    private async Task<Receipt> CreateNetworkAsync(string name, CancellationToken stop)
    {
        await engine.DoAsync((client, token) => client.Networks.CreateNetworkAsync(new NetworksCreateParameters { Name = name }, token), stop).ConfigureAwait(false);
        return new Receipt(true, "") { Undo = $"docker network rm {name}" };
    }

    private async Task<Receipt> CreateVolumeAsync(string name, CancellationToken stop)
    {
        await engine.DoAsync((client, token) => client.Volumes.CreateAsync(new VolumesCreateParameters { Name = name }, token), stop).ConfigureAwait(false);
        return new Receipt(true, "") { Undo = $"docker volume rm {name}" };
    }

    // What is stopped must be this project's and of no service that it has now, whoever asks.
    private async Task<Receipt> StopAsync(string name, CancellationToken stop)
    {
        if ((await composer.ResolveAsync(stop).ConfigureAwait(false)).Stack is not { } stack)
        {
            return new Receipt(false, "Compose gives no model, so the stack's containers are not known");
        }

        var there = await engine.AskAsync((client, token) => client.Containers.ListContainersAsync(new() { Filters = ContainerEngine.OfProject(stack.Name) }, token), stop).ConfigureAwait(false);
        if (there.Select(ContainerView.Row).FirstOrDefault(one => one.Name == name && stack.Find(one.Service) is null) is not { } orphan)
        {
            return new Receipt(false, "it does not run, or it is no orphan of this project");
        }

        await engine.DoAsync((client, token) => client.Containers.StopContainerAsync(orphan.Id, new(), token), stop, Patience).ConfigureAwait(false);
        return new Receipt(true, "") { Undo = $"docker start {name}" };
    }
}
