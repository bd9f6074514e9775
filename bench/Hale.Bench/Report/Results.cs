using System.Text.Json;
using Hale.Bench.Measuring;
using Hale.Bench.Phases;

namespace Hale.Bench.Report;

/// <summary>Everything that one run of the benchmark measured.</summary>
public sealed record Results(
    MachineFacts Machine, int Runs, IReadOnlyDictionary<string, string> Stacks, IReadOnlyList<Sample> Samples, IReadOnlyList<FloorResult> Floors, VersionTime? Version)
{
    /// <summary>Null where it was not measured.</summary>
    public JudgingTime? Judging { get; set; }

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The samples that count: a run that left a wrong state is reported, and its time is no result.</summary>
    public IEnumerable<Sample> Of(string stack, string phase, string tool) =>
        Samples.Where(sample => sample.Stack == stack && sample.Phase == phase && sample.Tool == tool && sample.Wrong.Count == 0);

    /// <summary>A tool's cold start as a multiple of the floor, pair by pair.</summary>
    public double? TimesFloor(string stack, string tool)
    {
        var each = Floors.FirstOrDefault(floor => floor.Stack == stack)?.EachMs ?? [];
        var ratios = Of(stack, Phase.Cold, tool).Where(sample => sample.Pair < each.Count).Select(sample => sample.Cost.WallMs / each[sample.Pair]).ToArray();
        return ratios.Length == 0 ? null : Statistics.Median(ratios);
    }

    public void WriteTo(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(this, Readable));
    }
}
