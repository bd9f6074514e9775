namespace Hale.Docker.Databases;

/// <summary>A stream that is opened to its reader later: until then the reader waits. It does not own what it is given.</summary>
internal sealed class LateStream : InputStream
{
    private readonly TaskCompletionSource<Stream> _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gives the reader what it waits for. What is given first counts.</summary>
    public void Give(Stream content) => _given.TrySetResult(content);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var content = await _given.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
