namespace Hale.Machine.Environments.Code;

/// <summary>What one source file does with environment variables.</summary>
internal sealed record SourceReads
{
    /// <summary>More of them stand in no file that a person wrote.</summary>
    public const int Most = 1000;

    public static SourceReads None { get; } = new();

    /// <summary>The variables that it reads, in the order of the text.</summary>
    public IReadOnlyList<NameRead> Reads { get; init; } = [];

    /// <summary>The variables that it sets by name.</summary>
    public IReadOnlySet<string> Sets { get; init; } = new HashSet<string>();

    /// <summary>True when it sets variables whose names do not stand there.</summary>
    public bool SetsOthers { get; init; }
}

/// <summary>A variable that a source file reads.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Needs">When the program cannot do without it: <see cref="Reached.Perhaps"/> where it can, or where that is not sure.</param>
internal sealed record NameRead(string Name, int Line, Reached Needs);
