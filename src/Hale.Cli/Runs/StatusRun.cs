using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary><c>hale status</c>: what the engine has, without asking the services.</summary>
internal sealed class StatusRun(Rooms rooms)
{
    public async Task<StatusReport> RunAsync(CancellationToken stop)
    {
        var stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        try
        {
            var containers = (await rooms.Engine.ListAsync(stack.Name, stop).ConfigureAwait(false)).ToLookup(container => container.Service);
            return new StatusReport(stack.Name, [.. stack.Services.Select(service => StatusOf(service, [.. containers[service.Name]]))]) { Keeper = new KeepRun(rooms).Report() };
        }
        catch (EngineException refusal)
        {
            throw new ProblemException(Models.EngineProblem(refusal));
        }
    }

    internal static ServiceStatus StatusOf(Service service, IReadOnlyList<Container> containers) => new()
    {
        Name = service.Name,
        Status = Judge(service, containers),
        Says = containers.Count == 0 ? "no container" : string.Join(", ", containers.Select(Words).Distinct()),
        Running = containers.Count(container => container.State is ContainerState.Running),
        Wanted = service.Replicas,
        Ports = [.. containers.SelectMany(container => container.Ports)],
        Completed = containers.Count > 0 && containers.All(container => container is { State: ContainerState.Exited, ExitCode: 0 }),
    };

    private static HealthStatus Judge(Service service, IReadOnlyList<Container> containers) => containers switch
    {
        _ when containers.Any(container => container.Health is HealthVerdict.Unhealthy || container.State is ContainerState.Dead or ContainerState.Restarting or ContainerState.Paused) => HealthStatus.Unhealthy,
        _ when containers.Any(container => container is { State: ContainerState.Exited, ExitCode: not 0 }) => HealthStatus.Unhealthy,
        _ when containers.Count(container => container.State is ContainerState.Running) < service.Replicas => HealthStatus.Stopped,
        _ when containers.Any(container => container.Health is HealthVerdict.Starting) => HealthStatus.Starting,
        _ => HealthStatus.Healthy,
    };

    private static string Words(Container container) => container switch
    {
        { State: ContainerState.Exited, ExitCode: { } code } => $"exited {code}",
        { State: ContainerState.Running, Health: HealthVerdict.None } => "running",
        { State: ContainerState.Running, Health: HealthVerdict.Starting } => "running, health not known yet",
        { State: ContainerState.Running } => $"running, {(container.Health is HealthVerdict.Healthy ? "healthy" : "unhealthy")}",
        _ => container.State switch
        {
            ContainerState.Created => "created, never started",
            ContainerState.Paused => "paused",
            ContainerState.Restarting => "restarting",
            ContainerState.Removing => "being removed",
            _ => "dead",
        },
    };
}
