namespace Hale.Docker.Databases;

/// <summary>What came of SQL that was fed to a server.</summary>
/// <param name="End">How the program that carried it out ended.</param>
public sealed record Fed(PipeEnd End)
{
    /// <summary>True when the end of the SQL was reached, and no open quote swallowed it.</summary>
    public required bool IsDone { get; init; }

    /// <summary>How often the server, or the program, called something in it an error.</summary>
    public required int Errors { get; init; }

    /// <summary>What became of the transaction in which it began; null on a server where such a one says nothing.</summary>
    public required Fate? Fate { get; init; }
}
