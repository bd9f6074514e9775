using Hale.Bench.Measuring;

namespace Hale.Bench.Phases;

/// <summary>One measured run of one phase: which pair it belongs to, what it cost, and what was wrong with the state after it.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Phase">The phase's name.</param>
/// <param name="Tool">Compose or Hale.</param>
/// <param name="Pair">Samples of both tools with one number are compared.</param>
/// <param name="Cost">What the run cost.</param>
/// <param name="Wrong">What the tool promised and did not do.</param>
/// <param name="AlsoReplaced">The services that a change of one service replaced or restarted besides.</param>
public sealed record Sample(string Stack, string Phase, string Tool, int Pair, Measurement Cost, IReadOnlyList<string> Wrong, IReadOnlyList<string> AlsoReplaced);
