using Docker.DotNet.Models;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;

namespace Hale.Docker.Databases;

/// <summary>Finds the database servers among a stack's services, and opens those that run.</summary>
/// <param name="engine">The engine.</param>
/// <param name="own">Lists the containers of this checkout, and of no other that has its name.</param>
public sealed class DatabaseServers(EngineClient engine, IContainerEngine own)
{
    private static readonly Dictionary<string, IDatabaseServer> Known = new()
    {
        [KnownServers.Postgres] = new PostgresServer(),
        [KnownServers.Mysql] = new MysqlServer(),
    };

    /// <summary>The services that run a known database server, in the order of the model; by the program of their container, or by their image where they have none.</summary>
    /// <exception cref="EngineException">The engine does not answer.</exception>
    public async Task<IReadOnlyList<FoundServer>> FindAsync(Stack stack, CancellationToken stop)
    {
        var rows = await own.ListAsync(stack.Name, stop).ConfigureAwait(false);
        var containers = rows.OrderByDescending(row => row.State is ContainerState.Running).ThenBy(row => row.Number).ToLookup(row => row.Service);
        var found = await Task.WhenAll(stack.Services.Select(service => FindAsync(service, containers[service.Name].FirstOrDefault(), stop))).ConfigureAwait(false);
        return [.. found.OfType<FoundServer>()];
    }

    /// <summary>True when Hale knows what to say to servers of this kind.</summary>
    public static bool Supports(string kind) => Known.ContainsKey(kind);

    /// <summary>The way into a server that runs, and is of a kind that is supported.</summary>
    public RunningDatabase Open(FoundServer server) =>
        new(server.Service, server.Kind, Known[server.Kind], new ContainerPipe(engine, server.Container ?? throw new InvalidOperationException($"'{server.Service}' does not run")));

    /// <summary>Runs a command of the project in a container, and ends it when it is broken off.</summary>
    /// <exception cref="EngineException">The engine refused, or the command did not end in time.</exception>
    public Task<PipeEnd> RunAsync(string container, IReadOnlyList<string> command, TimeSpan patience, CancellationToken stop) =>
        new ContainerPipe(engine, container).RunAsync(command, patience, null, null, stop);

    private async Task<FoundServer?> FindAsync(Service service, Container? container, CancellationToken stop)
    {
        if (container is null)
        {
            return KnownServers.Of(service.Image, []) is { } named ? new FoundServer(service.Name, named.Kind) : null;
        }

        var detail = await engine.AskAsync((client, token) => client.Containers.InspectContainerAsync(container.Id, token), stop).ConfigureAwait(false);
        return KnownServers.Of(detail.Config?.Image ?? "", CommandOf(detail)) is { } known
            ? new FoundServer(service.Name, known.Kind) { Container = container.State is ContainerState.Running ? container.Id : null }
            : null;
    }

    private static IReadOnlyList<string> CommandOf(ContainerInspectResponse detail) => [detail.Path ?? "", .. detail.Args ?? []];
}

/// <summary>A service that runs a database server.</summary>
/// <param name="Service">The service.</param>
/// <param name="Kind">The kind of server, such as <c>postgres</c>.</param>
public sealed record FoundServer(string Service, string Kind)
{
    /// <summary>The container in which it runs; null when it does not.</summary>
    public string? Container { get; init; }
}
