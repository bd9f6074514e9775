namespace Hale.Docker.Databases;

/// <summary>
/// A database that is about to be replaced, in one session of its server: where the server can do that, nobody else writes to it from the moment
/// at which it is held up to the end. Whoever disposes of it before the end leaves the database as it was.
/// </summary>
public sealed class Replacement : IAsyncDisposable
{
    // A program that waits for a dump can only be told by more of it that nobody reads it any more.
    private const int EnoughToRefuse = 4096;

    private readonly CancellationTokenSource _over;
    private readonly LateStream _dump = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<PipeEnd> _session;
    private readonly long _bytes;

    internal Replacement(ContainerPipe pipe, IReadOnlyList<string> command, long bytes, TimeSpan patience, CancellationToken stop)
    {
        _bytes = bytes;
        _over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _session = pipe.RunAsync(command, patience, (_dump, bytes), new OwnLines(Hear).AddAsync, _over.Token);
    }

    /// <summary>The number of the transaction that replaces it; null while that is not known.</summary>
    public string? Transaction { get; private set; }

    /// <summary>Waits until nobody else writes to the database, on a server that keeps others out.</summary>
    /// <returns>How the session ended where that did not come about; null where it did.</returns>
    public async Task<PipeEnd?> HoldAsync() =>
        await Task.WhenAny(_held.Task, _session).ConfigureAwait(false) == _session ? await _session.ConfigureAwait(false) : null;

    /// <summary>Puts a dump in the place of what the database holds.</summary>
    public async Task<PipeEnd> PutAsync(Stream dump)
    {
        _dump.Give(dump);
        return await _session.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync().ConfigureAwait(false);
        await ((Task)_session).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _dump.DisposeAsync().ConfigureAwait(false);
        _over.Dispose();
    }

    private void Hear(string line)
    {
        if (line.StartsWith(IDatabaseServer.HeldMark, StringComparison.Ordinal))
        {
            Transaction = line[IDatabaseServer.HeldMark.Length..];
            _held.TrySetResult();
        }
        else if (line == IDatabaseServer.OverMark)
        {
            _dump.Give(new MemoryStream(new byte[Math.Min(_bytes, EnoughToRefuse)]));
        }
    }
}
