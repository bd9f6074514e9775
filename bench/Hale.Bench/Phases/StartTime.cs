namespace Hale.Bench.Phases;

/// <summary>How long one service needs from the start of its container until its own health command first succeeds.</summary>
public sealed record StartTime(string Service, IReadOnlyList<string> Needs, IReadOnlyList<double> Ms);

/// <summary>The floor of a stack: the longest chain of its processes' own start-up times.</summary>
public sealed record FloorResult(string Stack, IReadOnlyList<StartTime> Services, double LongestMs, IReadOnlyList<string> Path);
