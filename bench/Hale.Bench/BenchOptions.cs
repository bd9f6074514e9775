namespace Hale.Bench;

/// <summary>What was asked for on the command line.</summary>
public sealed record BenchOptions(
    IReadOnlyList<string> Stacks, IReadOnlyList<string> Phases, int Runs, string? Hale, string? Base, bool WriteDocs);
