using System.Text.Json;
using Hale.Bench.Phases;

namespace Hale.Bench.Report;

/// <summary>Everything that one run of the benchmark measured.</summary>
public sealed record Results(
    MachineFacts Machine, int Runs, IReadOnlyDictionary<string, string> Stacks, IReadOnlyList<Sample> Samples, IReadOnlyList<FloorResult> Floors, VersionTime? Version)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public IEnumerable<Sample> Of(string stack, string phase, string tool) =>
        Samples.Where(sample => sample.Stack == stack && sample.Phase == phase && sample.Tool == tool);

    public double? FloorMs(string stack) => Floors.FirstOrDefault(floor => floor.Stack == stack)?.LongestMs;

    public void WriteTo(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(this, Readable));
    }
}
