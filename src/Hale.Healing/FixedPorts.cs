using Hale.Kernel.Faults;

namespace Hale.Healing;

/// <summary>Stands before the other hands where a person wants the published ports to stay: what would publish one elsewhere is not done.</summary>
public sealed class FixedPorts : IHand
{
    public bool Takes(Act act) => act is MovePort or ChangeOverlay { Path: ["ports"] };

    public Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop) =>
        Task.FromResult(new Receipt(false, "the published ports stay as they are, as --keep-ports asks"));
}
