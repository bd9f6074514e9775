namespace Hale.Bench.Phases;

/// <summary>How long one service needs from the start of its container until its own health command first succeeds.</summary>
public sealed record StartTime(string Service, IReadOnlyList<string> Needs, IReadOnlyList<double> Ms);

/// <summary>The floor of a stack: the longest chain of its processes' own start-up times.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Services">Each service by itself.</param>
/// <param name="LongestMs">The longest chain.</param>
/// <param name="Path">The services of that chain.</param>
/// <param name="EachMs">The longest chain of each run, in the order of the pairs.</param>
/// <param name="EngineMs">What the engine alone needs to start all the containers, eight at a time, waiting for nobody to be ready.</param>
public sealed record FloorResult(string Stack, IReadOnlyList<StartTime> Services, double LongestMs, IReadOnlyList<string> Path, IReadOnlyList<double> EachMs, IReadOnlyList<double> EngineMs);
