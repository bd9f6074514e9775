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
        from service in stack.Services
        from port in service.Ports
        where port is { Published: not null, Protocol: "tcp" }
        select (service, port);

    /// <summary>True when a socket at one address keeps another from listening at the wanted one.</summary>
    public static bool Clashes(string held, string? wanted) =>
        IsAny(held) || IsAny(wanted ?? "") || held == wanted;

    /// <summary>True for the AirPlay receiver of macOS.</summary>
    public static bool IsAirPlay(HostSocket socket) => socket.Process is "ControlCe" or "ControlCenter";

    /// <summary>What the remedy needs: the free port, where one is known.</summary>
    public static IReadOnlyDictionary<string, string> FactsFor(PublishedPort held, PortFacts facts) =>
        facts.FreeInstead.TryGetValue(held.Published!.Value, out var free) ? new Dictionary<string, string> { [FreeFact] = Text(free) } : new Dictionary<string, string>();

    /// <summary>Publishes the port elsewhere, where a free one is known.</summary>
    public static Remedy Elsewhere(Finding finding, params IReadOnlyList<string> advice)
    {
        if (!finding.Facts.TryGetValue(FreeFact, out var free))
        {
            return Remedy.ByHand(advice);
        }

        var held = finding.Subject[(finding.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var port = new MovedPort(int.Parse(held, CultureInfo.InvariantCulture), int.Parse(free, CultureInfo.InvariantCulture));
        return new Remedy { Acts = [new MovePort(finding.Service!, port, finding.Says)], Advice = advice };
    }

    /// <summary>All ports of a service as Compose writes them, with one in the place of another.</summary>
    public static IReadOnlyList<string> WithInstead(Service service, PublishedPort old, PublishedPort instead) =>
        [.. service.Ports.Select(port => (port == old ? instead : port).Written)];

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsAny(string address) => address is "" or "0.0.0.0" or "::" or "*";
}
