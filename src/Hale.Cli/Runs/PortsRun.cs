using Hale.Faults;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary><c>hale ports</c>: each port that the stack publishes, where it is reached, and who holds it.</summary>
internal sealed class PortsRun(Rooms rooms)
{
    private const Needs Looks = Needs.Model | Needs.Engine | Needs.Ports | Needs.Neighbours | Needs.Containers;

    /// <exception cref="ProblemException">Compose refused the project's files.</exception>
    public async Task<PortsReport> RunAsync(CancellationToken stop)
    {
        var stack = await Models.NeedAsync(rooms, stop).ConfigureAwait(false);
        var seen = await rooms.Healer([.. Catalogue.All.Where(fault => (fault.Needs & ~Looks) == 0)]).ObserveAsync(stop).ConfigureAwait(false);
        string?[] blind = [seen.Ports.Unknown, seen.Containers.Unknown, seen.Neighbours.Unknown];
        return new PortsReport(
            [.. from service in stack.Services from port in service.Ports where port.Published is not null select RowOf(service, port, seen)],
            [.. blind.OfType<string>().Distinct()]);
    }

    /// <summary>What is seen of a port that a service publishes.</summary>
    internal static PortRow RowOf(Service service, PublishedPort port, Evidence seen)
    {
        var wanted = port.Published!.Value;
        var own = BoundOf(service, port, seen);
        var neighbour = seen.Neighbours.Known?.Containers.FirstOrDefault(one => one.Running && one.Ports.Any(bound => bound.Published == wanted && bound.Protocol == port.Protocol));
        var socket = seen.Ports.Known?.Of(port.Protocol).FirstOrDefault(one => one.Port == wanted && !one.IsEngine);
        return new PortRow(service.Name, wanted, port.Target, port.Protocol)
        {
            Address = own is null ? null : Addresses.Of(own),
            Holder = own?.Published == wanted ? "this stack"
                : neighbour is not null ? $"the container {neighbour.Name}{(neighbour.Project is { } project ? $" of the project {project}" : "")}"
                : socket is not null ? $"{socket.Holder} at {socket.Address}"
                : seen.Ports.Known is null ? "?" : "nobody",
            IsOurs = own?.Published == wanted,
        };
    }

    // A container made for other ports still publishes those; one that another entry of the files names is that entry's.
    private static BoundPort? BoundOf(Service service, PublishedPort port, Evidence seen)
    {
        var bound = (seen.Containers.Known?.Of(service.Name) ?? []).SelectMany(container => container.Ports).Where(one => one.Target == port.Target && one.Protocol == port.Protocol).ToList();
        return bound.Find(one => one.Published == port.Published) ?? bound.Find(one => service.Ports.All(other => other.Published != one.Published || other.Protocol != one.Protocol));
    }
}

/// <summary>The ports that a stack publishes.</summary>
/// <param name="Ports">One entry a port, in the order of the model.</param>
/// <param name="Blind">Why something could not be seen; empty when all could.</param>
internal sealed record PortsReport(IReadOnlyList<PortRow> Ports, IReadOnlyList<string> Blind);

/// <summary>A port that a service publishes.</summary>
/// <param name="Service">The service.</param>
/// <param name="Published">The port of this machine that the project's files and the overlay name.</param>
/// <param name="Target">The port in the container.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
internal sealed record PortRow(string Service, int Published, int Target, string Protocol)
{
    /// <summary>Where it is reached now; null while it is not published.</summary>
    public string? Address { get; init; }

    /// <summary>Who holds the port of this machine: <c>this stack</c>, <c>nobody</c>, <c>?</c> where that cannot be seen, or a container or process.</summary>
    public required string Holder { get; init; }

    public required bool IsOurs { get; init; }
}
