using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Machine.Tests;

/// <summary>No volume was kept.</summary>
internal sealed class NoVolumes : IVolumeKeeper
{
    public Task<Receipt> PutBackAsync(KeptVolume kept, CancellationToken stop) => throw new InvalidOperationException("nobody expected a volume");
}

/// <summary>An overlay that nothing is brought into.</summary>
internal sealed class NoOverlay : IOverlayStore
{
    public Overlay Read() => Overlay.Empty;

    public void Add(IReadOnlyList<OverlayLine> lines) => throw new InvalidOperationException("nobody expected a line");

    public void Remove(IReadOnlyList<OverlayLine> lines) => Assert.Empty(lines);

    public void Clear() => throw new InvalidOperationException("nobody expected the overlay to go");
}
