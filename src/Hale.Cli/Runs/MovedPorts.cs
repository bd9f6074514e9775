using Hale.Faults.Port;
using Hale.Faults.Prereq;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>What earlier runs put into the overlay to publish ports elsewhere: out of it for a run with <c>--keep-ports</c>.</summary>
internal sealed class MovedPorts
{
    private static readonly string[] Faults = [new PortMovedInVariable().Id, new RootlessPrivilegedPort().Id];

    private IReadOnlyList<OverlayLine> _lines = [];

    /// <summary>True when something was taken out.</summary>
    public bool AnyTaken => _lines.Count > 0;

    /// <summary>The lines that publish a port elsewhere than the project's files say, and those that tell of it.</summary>
    public static IReadOnlyList<OverlayLine> In(Overlay overlay)
    {
        var moved = overlay.Lines.Where(TellsOfMove).Select(line => line.Service).ToHashSet();
        return [.. overlay.Lines.Where(line => TellsOfMove(line) || Faults.Contains(line.Fault) || (line.Path is ["ports"] && moved.Contains(line.Service)))];
    }

    /// <summary>Takes them out of the overlay.</summary>
    public void Take(Rooms rooms)
    {
        _lines = In(rooms.Overlay.Read());
        if (AnyTaken)
        {
            rooms.Overlay.Remove(_lines);
            rooms.Session.Stage.Tell(new Noted(rooms.Session.Stage.Now, "what the overlay says of ports that were published elsewhere is left out, as --keep-ports asks"));
        }
    }

    /// <summary>Puts them back, where nothing was started without them.</summary>
    public void PutBack(Rooms rooms) => rooms.Overlay.Add(_lines);

    private static bool TellsOfMove(OverlayLine line) => line.Path is ["labels", var label] && label.StartsWith(MovedPort.Label, StringComparison.Ordinal);
}
