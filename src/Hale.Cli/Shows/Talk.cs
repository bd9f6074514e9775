namespace Hale.Cli.Shows;

/// <summary>How much is said, and to whom.</summary>
internal sealed record Talk
{
    /// <summary>Every command and its output too.</summary>
    public bool Verbose { get; init; }

    /// <summary>Only problems and the last line.</summary>
    public bool Quiet { get; init; }

    /// <summary>Records on standard output; what is for people goes to standard error.</summary>
    public bool Json { get; init; }

    /// <summary>There is no end to draw towards: lines are printed also where a view could be drawn.</summary>
    public bool Stays { get; init; }

    /// <summary>Lines with the date, for a log.</summary>
    public bool Dated { get; init; }

    /// <summary>Consent to what changes the machine or a file of the user's; never to what could lose data.</summary>
    public bool Yes { get; init; }

    /// <summary>The volumes whose data may be lost, each named by a person.</summary>
    public IReadOnlyList<string> Expendable { get; init; } = [];
}
