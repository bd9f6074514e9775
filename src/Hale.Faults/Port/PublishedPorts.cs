using System.Globalization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Port;

/// <summary>What the faults of taken ports share: which of the stack's ports are held, and how one is published elsewhere.</summary>
internal static class PublishedPorts
{
    private const string FreeFact = "free";

    /// <summary>The stack's published TCP ports, each with the service that wants it.</summary>
    public static IEnumerable<(Service Service, PublishedPort Port)> WantedBy(Stack stack) =>
        AllWantedBy(stack).Where(wanted => wanted.Port.Protocol is "tcp");

    /// <summary>The stack's published ports of every protocol, each with the service that wants it.</summary>
    public static IEnumerable<(Service Service, PublishedPort Port)> AllWantedBy(Stack stack) =>
        from service in stack.Services
        from port in service.Ports
        where port.Published is not null
        select (service, port);

    /// <summary>A published port in a sentence.</summary>
    public static string Named(PublishedPort port) => $"{(port.Protocol is "tcp" ? "" : $"{port.Protocol.ToUpperInvariant()} ")}port {Text(port.Published!.Value)}";

    /// <summary>True when a socket at one address keeps another from listening at the wanted one.</summary>
    public static bool Clashes(string held, string? wanted) =>
        IsAny(held) || IsAny(wanted ?? "") || held == wanted;

    /// <summary>True for the AirPlay receiver of macOS.</summary>
    public static bool IsAirPlay(HostSocket socket) => socket.Process is "ControlCe" or "ControlCenter";

    /// <summary>What the remedy needs: the free port, where one is known.</summary>
    public static IReadOnlyDictionary<string, string> FactsFor(PublishedPort held, PortFacts facts) =>
        facts.FreeInstead.TryGetValue(held.Published!.Value, out var free) ? new Dictionary<string, string> { [FreeFact] = Text(free) } : new Dictionary<string, string>();

    /// <summary>The subject of a finding about a port: <c>web:8080</c>, or <c>dns:53/udp</c>.</summary>
    public static string SubjectOf(Service service, PublishedPort port) => $"{service.Name}:{Text(port.Published!.Value)}{(port.Protocol is "tcp" ? "" : $"/{port.Protocol}")}";

    /// <summary>The port and the protocol that the subject of a finding names.</summary>
    public static (string Port, string Protocol) HeldOf(Finding finding)
    {
        var held = finding.Subject[(finding.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/');
        return (held[0], held is [_, var protocol] ? protocol : "tcp");
    }

    /// <summary>Publishes the port elsewhere, where a free one is known.</summary>
    public static Remedy Elsewhere(Finding finding, params IReadOnlyList<string> advice)
    {
        if (!finding.Facts.TryGetValue(FreeFact, out var free))
        {
            return Remedy.ByHand(advice);
        }

        var (held, protocol) = HeldOf(finding);
        var port = new MovedPort(int.Parse(held, CultureInfo.InvariantCulture), int.Parse(free, CultureInfo.InvariantCulture));
        return new Remedy { Acts = [new MovePort(finding.Service!, port, finding.Says) { Protocol = protocol }], Advice = advice };
    }

    /// <summary>All ports of a service as Compose writes them, with one in the place of another.</summary>
    public static IReadOnlyList<string> WithInstead(Service service, PublishedPort old, PublishedPort instead) =>
        [.. service.Ports.Select(port => (port == old ? instead : port).Written)];

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsAny(string address) => address is "" or "0.0.0.0" or "::" or "*";
}
