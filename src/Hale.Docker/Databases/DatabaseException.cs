namespace Hale.Docker.Databases;

/// <summary>A database could not do what it was told, or nothing came of it; what it said is not redacted.</summary>
public sealed class DatabaseException : Exception
{
    public DatabaseException()
    {
    }

    public DatabaseException(string message)
        : base(message)
    {
    }

    public DatabaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DatabaseException(string message, IReadOnlyList<string> said)
        : base(message) => Said = said;

    /// <summary>The last lines that its programs said, oldest first.</summary>
    public IReadOnlyList<string> Said { get; } = [];
}
