namespace Hale.Cli.Output;

/// <summary>Does something once, when it is disposed.</summary>
internal sealed class Release(Action act) : IDisposable
{
    private Action? _act = act;

    public void Dispose() => Interlocked.Exchange(ref _act, null)?.Invoke();
}
