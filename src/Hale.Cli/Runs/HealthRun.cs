using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary><c>hale health-check</c>: each service's own health command, run now, whatever the engine's last verdict was.</summary>
internal sealed class HealthRun(Rooms rooms)
{
    public async Task<HealthReport> RunAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        var stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        foreach (var name in names)
        {
            Models.NeedService(stack, name);
        }

        try
        {
            var containers = (await rooms.Engine.ListAsync(stack.Name, stop).ConfigureAwait(false)).ToLookup(container => container.Service);
            var chosen = stack.Services.Where(service => names.Count == 0 || names.Contains(service.Name));
            var services = await Task.WhenAll(chosen.Select(service => AskAsync(service, [.. containers[service.Name]], stop))).ConfigureAwait(false);
            var good = services.All(service => service.Status is HealthStatus.Healthy);
            return new HealthReport(good ? Verdict.Good : Verdict.SomethingLeft, services);
        }
        catch (EngineException refusal)
        {
            throw new ProblemException(Models.EngineProblem(refusal));
        }
    }

    private async Task<ServiceHealth> AskAsync(Service service, IReadOnlyList<Container> containers, CancellationToken stop)
    {
        var state = StatusRun.StatusOf(service, containers);
        var running = containers.Where(container => container.State is ContainerState.Running).ToList();
        var answers = await Task.WhenAll(running.Select(container => ProbeAsync(container, stop))).ConfigureAwait(false);
        var errors = answers.OfType<string>().ToList();
        var status = state switch
        {
            { Completed: true } => HealthStatus.Healthy,
            _ when errors.Count > 0 => HealthStatus.Unhealthy,
            _ when running.Count == service.Replicas => HealthStatus.Healthy,
            _ => state.Status,
        };
        if (status is not HealthStatus.Healthy && errors.Count == 0)
        {
            errors.Add(state.Says);
        }

        return new ServiceHealth
        {
            Name = service.Name,
            Status = status,
            LastCheck = rooms.Clock.GetUtcNow(),
            Url = Addresses.Url(state.Ports),
            Dependencies = [.. service.DependsOn.Select(on => on.Service)],
            Errors = errors.Count > 0 ? errors : null,
        };
    }

    /// <returns>What is wrong; null when the container is well or has no health check to ask.</returns>
    private async Task<string?> ProbeAsync(Container container, CancellationToken stop)
    {
        var detail = await rooms.Engine.InspectAsync(container.Id, stop).ConfigureAwait(false);
        if (detail.HealthCheck is not { } check)
        {
            return null;
        }

        var answer = await rooms.Engine.ProbeAsync(container.Id, check.Command, check.Timeout, stop).ConfigureAwait(false);
        return answer.Passed ? null : Failure(container.Name, answer, rooms.Redact);
    }

    /// <summary>What a health check that failed is told to have said.</summary>
    internal static string Failure(string container, ProbeAnswer answer, Func<string, string> redact) =>
        $"{container}: health check {(answer.ExitCode is { } code ? $"exited with {code}" : "gave no answer in time")}: {redact(answer.Output.Trim())}";
}
