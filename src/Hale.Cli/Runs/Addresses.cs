using Hale.Kernel.Engines;

namespace Hale.Cli.Runs;

/// <summary>Where a published port is reached from here, as a person would open it.</summary>
internal static class Addresses
{
    // Ports of servers that speak something else than HTTP; a URL for these would only mislead.
    private static readonly HashSet<int> NotHttp =
        [21, 22, 25, 53, 110, 143, 389, 465, 587, 636, 993, 1433, 1521, 1883, 2181, 3306, 4222, 5432, 5672, 6379, 6432, 9092, 11211, 26257, 27017];

    /// <summary>The address: a URL where a browser serves, else host and port.</summary>
    public static string Of(BoundPort port)
    {
        var place = $"{Host(port.HostIp)}:{port.Published}";
        return port.Protocol switch
        {
            not "tcp" => $"{place}/{port.Protocol}",
            _ when NotHttp.Contains(port.Target) => place,
            _ when port.Target is 443 or 8443 => $"https://{Short(port, place, 443)}",
            _ => $"http://{Short(port, place, 80)}",
        };
    }

    /// <summary>The addresses of some ports, each once though it is bound for IPv4 and IPv6.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<BoundPort> ports) =>
        [.. ports.Where(port => port.Published > 0).OrderBy(port => port.Target).Select(Of).Distinct()];

    /// <summary>The address that a browser opens; null when there is none.</summary>
    public static string? Url(IEnumerable<BoundPort> ports) =>
        Of(ports).FirstOrDefault(address => address.StartsWith("http", StringComparison.Ordinal));

    private static string Short(BoundPort port, string place, int usual) => port.Published == usual ? Host(port.HostIp) : place;

    private static string Host(string ip) => ip switch
    {
        "" or "0.0.0.0" or "::" or "127.0.0.1" or "::1" => "localhost",
        _ when ip.Contains(':', StringComparison.Ordinal) => $"[{ip}]",
        _ => ip,
    };
}
