namespace Hale.Docker.Databases;

/// <summary>A stream read with something before it and something behind it. It does not own the stream.</summary>
internal sealed class FramedStream(byte[] before, Stream inner, byte[] after) : InputStream
{
    private readonly Stream[] _parts = [new MemoryStream(before), inner, new MemoryStream(after)];
    private int _at;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        for (; _at < _parts.Length; _at++)
        {
            if (_parts[_at].Read(buffer) is > 0 and var read)
            {
                return read;
            }
        }

        return 0;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (; _at < _parts.Length; _at++)
        {
            if (await _parts[_at].ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                return read;
            }
        }

        return 0;
    }
}
