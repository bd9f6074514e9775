using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Proxy;

/// <summary>An address to which a proxy could not connect, and what is there now: the faults of proxies share it.</summary>
/// <param name="Proxy">The proxy.</param>
/// <param name="Address">The address.</param>
/// <param name="Port">The port.</param>
/// <param name="There">The container that has the address now; null when none of the stack has.</param>
/// <param name="Moved">The container that began after the proxy, listens on that port, and has another address.</param>
internal sealed partial record Upstream(SeenContainer Proxy, string Address, int Port, SeenContainer? There, SeenContainer? Moved)
{
    /// <summary>What each running proxy said last.</summary>
    public static IEnumerable<Upstream> Failed(ContainerFacts facts) =>
        from proxy in facts.Containers
        where proxy.State is ContainerState.Running
        let line = proxy.Log.Select(line => Refused().Match(line)).LastOrDefault(found => found.Success)
        where line is not null
        select Of(proxy, line.Groups["address"].Value, int.Parse(line.Groups["port"].Value, CultureInfo.InvariantCulture), facts);

    /// <summary>True when something there listens on the port for others, or that cannot be seen.</summary>
    public bool Answers => There is { State: ContainerState.Running } && (There.Listens is null || There.Listens.Contains(Port));

    private static Upstream Of(SeenContainer proxy, string address, int port, ContainerFacts facts)
    {
        var there = facts.Containers.FirstOrDefault(one => one.Networks.Any(network => network.Address == address));
        var shared = proxy.Networks.Select(network => network.Name).ToHashSet();
        var moved = facts.Containers.FirstOrDefault(one => one.Name != proxy.Name && one != there && one.State is ContainerState.Running
            && one.StartedAt > proxy.StartedAt && one.Listens?.Contains(port) is true && one.Networks.Any(network => shared.Contains(network.Name)));
        return new Upstream(proxy, address, port, there, moved);
    }

    // 2026/11/23 23:12:28 [error] 29#29: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 172.18.0.1, server: , request: "GET / HTTP/1.1", upstream: "http://172.18.0.3:8000/", host: "localhost"
    [GeneratedRegex("""connect\(\) failed \(11[0-9]: .*upstream: "\w+://(?<address>[\d.]+):(?<port>\d+)""")]
    private static partial Regex Refused();
}
