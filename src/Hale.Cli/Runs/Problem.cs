namespace Hale.Cli.Runs;

/// <summary>Why a command could not do its work, with the place and what to do.</summary>
/// <param name="Says">What is wrong, in one plain sentence without a full stop.</param>
internal sealed record Problem(string Says)
{
    /// <summary>The file it is about; null when it is about none.</summary>
    public string? File { get; init; }

    /// <summary>The line in that file, counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>What to do, one command or change a line.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>The lines that show it, such as the last of a tool's output.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    public Verdict Verdict { get; init; } = Verdict.WrongUsage;
}

/// <summary>Carries a <see cref="Runs.Problem"/> up to the one place that prints it.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Says)
{
    public Problem Problem { get; } = problem;
}
