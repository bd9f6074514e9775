using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Network;

/// <summary>What became of a name that a container looked up: the faults of names share it.</summary>
/// <param name="Service">The service that has the name; null when none has.</param>
/// <param name="Kind">How that service stands.</param>
internal sealed record Peer(Service? Service, PeerKind Kind)
{
    /// <summary>Looks the name up as the engine's own name server would, in the evidence.</summary>
    public static Peer Of(string name, SeenContainer asking, Stack stack, ContainerFacts containers)
    {
        if ((stack.Find(name) ?? stack.Services.FirstOrDefault(one => one.ContainerName == name)) is not { } service)
        {
            return new Peer(null, PeerKind.Unknown);
        }

        var running = containers.Of(service.Name).Where(one => one.State is ContainerState.Running or ContainerState.Paused).ToList();
        var shared = asking.Networks.Select(network => network.Name).ToHashSet();
        return new Peer(service, running.Count == 0 ? PeerKind.Down
            : running.Exists(one => one.Networks.Any(network => shared.Contains(network.Name))) ? PeerKind.There
            : PeerKind.Apart);
    }

    /// <summary>The service whose name is most like this one; null when none is.</summary>
    public static string? Nearest(string name, Stack stack, string asking) => stack.Services
        .Where(service => service.Name != asking)
        .Select(service => (service.Name, Distance: Distance(name, service.Name)))
        .Where(one => one.Distance <= Math.Max(2, name.Length / 3))
        .OrderBy(one => one.Distance)
        .Select(one => one.Name)
        .FirstOrDefault();

    /// <summary>The networks, as the Compose file calls them, that put the asking container on one of the other service beside its own; null when they are not known.</summary>
    public static IReadOnlyList<string>? NetworksWith(SeenContainer asking, string service, Evidence evidence)
    {
        if (evidence.Model.Known?.Stack is not { } stack || evidence.Containers.Known?.Of(service).FirstOrDefault() is not { } other)
        {
            return null;
        }

        var keys = stack.Networks.ToDictionary(network => network.Name, network => network.Key);
        var own = asking.Networks.Select(network => keys.GetValueOrDefault(network.Name)).ToList();
        var joined = other.Networks.Select(network => keys.GetValueOrDefault(network.Name)).FirstOrDefault(key => key is not null);
        return own.Contains(null) || joined is null ? null : [.. own.OfType<string>(), joined];
    }

    /// <summary>The act that puts a service on these networks, the last of which is the other's.</summary>
    public static ChangeOverlay Join(string service, string peer, IReadOnlyList<string> networks, string because) =>
        new(service, ["networks"], networks, $"put '{service}' on the network '{networks[^1]}' of '{peer}' as well", because, IsList: true);

    // Levenshtein's distance.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (left[i - 1] == right[j - 1] ? 0 : 1));
                corner = row[j];
                row[j] = cost;
            }
        }

        return row[^1];
    }
}

/// <summary>How a service stands towards one that looks up its name.</summary>
internal enum PeerKind
{
    /// <summary>No service has the name.</summary>
    Unknown,

    /// <summary>It does not run, and so has no name on the network.</summary>
    Down,

    /// <summary>It runs, on no network of the other's.</summary>
    Apart,

    /// <summary>It runs on a network of the other's.</summary>
    There,
}
