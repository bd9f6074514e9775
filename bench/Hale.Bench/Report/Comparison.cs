using Hale.Bench.Measuring;
using Hale.Bench.Phases;
using Hale.Bench.Stacks;

namespace Hale.Bench.Report;

/// <summary>Both tools on one stack in one phase: medians, and the median of the ratios taken pair by pair.</summary>
public sealed record Comparison(string Stack, string Phase, Cost? Compose, Cost? Hale, double? WallRatio, double? CpuRatio, int Pairs)
{
    public static Comparison Of(Results results, string stack, string phase)
    {
        var compose = results.Of(stack, phase, Side.ComposeName).ToArray();
        var hale = results.Of(stack, phase, Side.HaleName).ToArray();
        var pairs = compose.Join(hale, one => one.Pair, other => other.Pair, (one, other) => (Compose: one.Cost, Hale: other.Cost)).ToArray();
        return new(
            stack, phase, Cost.Median(compose), Cost.Median(hale),
            Ratio(pairs.Select(pair => pair.Hale.WallMs / pair.Compose.WallMs)),
            Ratio(pairs.Select(pair => pair.Hale.CpuMs / pair.Compose.CpuMs)),
            pairs.Length);
    }

    private static double? Ratio(IEnumerable<double> ratios) => ratios.Any() ? Statistics.Median(ratios) : null;
}

/// <summary>The medians of one tool's samples; the memory is the largest seen.</summary>
public sealed record Cost(double WallMs, double CpuMs, double PeakMb, double PeakTreeMb)
{
    public static Cost? Median(IReadOnlyCollection<Sample> samples) => samples.Count == 0 ? null : new(
        Statistics.Median(samples.Select(sample => sample.Cost.WallMs)),
        Statistics.Median(samples.Select(sample => sample.Cost.CpuMs)),
        samples.Max(sample => sample.Cost.PeakMb),
        samples.Max(sample => sample.Cost.PeakTreeMb));
}
