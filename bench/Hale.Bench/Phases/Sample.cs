using Hale.Bench.Measuring;

namespace Hale.Bench.Phases;

/// <summary>One measured run of one phase: which pair it belongs to, what it cost, and what was wrong with the state after it.</summary>
public sealed record Sample(string Stack, string Phase, string Tool, int Pair, Measurement Cost, IReadOnlyList<string> Wrong);
