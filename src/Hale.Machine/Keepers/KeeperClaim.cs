namespace Hale.Machine.Keepers;

/// <summary>The place of a project's keeper, as long as this process has it.</summary>
public sealed class KeeperClaim : IDisposable
{
    private readonly FileStream _held;
    private readonly Action<KeeperMark> _write;
    private readonly Action _delete;

    internal KeeperClaim(FileStream held, KeeperMark mark, Action<KeeperMark> write, Action delete)
    {
        (_held, Mark, _write, _delete) = (held, mark, write, delete);
        _write(mark);
    }

    public KeeperMark Mark { get; private set; }

    /// <summary>Tells others how it goes. A folder that was deleted costs them the news, and nobody else anything.</summary>
    public void Note(KeeperMark mark)
    {
        Mark = mark;
        try
        {
            _write(mark);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    public void Dispose()
    {
        _delete();
        _held.Dispose();
    }
}
