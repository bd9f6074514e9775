namespace Hale.Kernel.Stacks;

/// <summary>Keeps the project's overlay from one run to the next.</summary>
public interface IOverlayStore
{
    Overlay Read();

    /// <summary>Adds lines and writes the Compose override file; nothing is written when there are none.</summary>
    void Add(IReadOnlyList<OverlayLine> lines);

    /// <summary>Takes lines out again; the override file goes with the last of them.</summary>
    void Remove(IReadOnlyList<OverlayLine> lines);

    /// <summary>Forgets all lines and removes the file.</summary>
    void Clear();
}
