using System.Globalization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Port;

/// <summary>What the faults of taken ports share: which of the stack's ports are held, and how one is published elsewhere.</summary>
internal static class PublishedPorts
{
    private const string FreeFact = "free";
    private const string PortsFact = "ports";

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

    /// <summary>What the remedy needs: the free port, and all ports of the service with that one in the place of the held one.</summary>
    public static IReadOnlyDictionary<string, string> FactsFor(Service service, PublishedPort held, PortFacts facts) =>
        facts.FreeInstead.TryGetValue(held.Published!.Value, out var free)
            ? new Dictionary<string, string>
            {
                [FreeFact] = Text(free),
                [PortsFact] = string.Join('\n', service.Ports.Select(port => Written(port == held ? port with { Published = free } : port))),
            }
            : new Dictionary<string, string>();

    /// <summary>Publishes the port elsewhere, where a free one is known.</summary>
    public static Remedy Elsewhere(Finding finding, params IReadOnlyList<string> advice)
    {
        if (!finding.Facts.TryGetValue(FreeFact, out var free))
        {
            return Remedy.ByHand(advice);
        }

        var held = finding.Subject[(finding.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var change = new ChangeOverlay(
            finding.Service!, ["ports"], finding.Facts[PortsFact].Split('\n'), $"publish '{finding.Service}' at port {free} in place of {held}", finding.Says, IsList: true, Replaces: true);
        return new Remedy { Acts = [change], Advice = advice };
    }

    /// <summary>All ports of a service as Compose writes them, with one in the place of another.</summary>
    public static IReadOnlyList<string> WithInstead(Service service, PublishedPort old, PublishedPort instead) =>
        [.. service.Ports.Select(port => Written(port == old ? instead : port))];

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Written(PublishedPort port) =>
        $"{(port.HostIp is { Length: > 0 } address ? $"{(address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address)}:" : "")}{(port.Published is { } published ? $"{Text(published)}:" : "")}{Text(port.Target)}/{port.Protocol}";

    private static bool IsAny(string address) => address is "" or "0.0.0.0" or "::" or "*";
}
