using Hale.Kernel.Faults;

namespace Hale.Cli.Runs;

/// <summary>Notes which services the next start builds without what BuildKit remembers; the start itself builds them.</summary>
internal sealed class RebuildHand : IHand
{
    private readonly HashSet<string> _wanted = [];

    public bool Takes(Act act) => act is RebuildService;

    public Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        _wanted.Add(((RebuildService)act).Service);
        return Task.FromResult(new Receipt(true, ""));
    }

    /// <summary>The services noted since the last start.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. _wanted];
        _wanted.Clear();
        return taken;
    }
}
