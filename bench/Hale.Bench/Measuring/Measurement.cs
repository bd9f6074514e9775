using System.Text.Json.Serialization;

namespace Hale.Bench.Measuring;

/// <summary>What one run of a command cost: time, processor, memory, and how it ended.</summary>
/// <param name="WallMs">From just before the start of the process until its exit was seen.</param>
/// <param name="CpuMs">User and system time of the process and all its children.</param>
/// <param name="PeakMb">The most resident memory that the largest single process of the tree had.</param>
/// <param name="PeakTreeMb">The most resident memory that the processes of the tree had together.</param>
/// <param name="ExitCode">The exit code of the process.</param>
public sealed record Measurement(double WallMs, double CpuMs, double PeakMb, double PeakTreeMb, int ExitCode)
{
    [JsonIgnore]
    public string Output { get; init; } = "";

    [JsonIgnore]
    public string Errors { get; init; } = "";
}
