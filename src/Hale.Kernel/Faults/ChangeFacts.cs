namespace Hale.Kernel.Faults;

/// <summary>What is not as it was when the stack was last healthy.</summary>
/// <param name="HealthyAt">When that was; null when nobody has seen it healthy yet.</param>
/// <param name="Changes">What changed, such as <c>compose.yaml changed (service api: image)</c>; names only, never a value.</param>
public sealed record ChangeFacts(DateTimeOffset? HealthyAt, IReadOnlyList<string> Changes);
