using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Overlays;

/// <summary>Carries out what is only a setting of the overlay.</summary>
public sealed class OverlayHand : IHand
{
    public bool Takes(Act act) => act is ChangeOverlay;

    public Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var change = (ChangeOverlay)act;
        var line = new OverlayLine
        {
            Service = change.Service,
            Path = change.Path,
            Values = change.Values,
            IsList = change.IsList,
            Replaces = change.Replaces,
            Because = change.Because,
        };
        return Task.FromResult(new Receipt(true, "") { Undo = "hale undo", Overlay = [line, .. change.Also.Select(more => line with { Path = more.Path, Values = [more.Value], IsList = false, Replaces = false })] });
    }
}
