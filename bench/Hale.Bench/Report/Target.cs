using System.Globalization;
using Hale.Bench.Measuring;
using Hale.Bench.Phases;
using Hale.Bench.Stacks;

namespace Hale.Bench.Report;

/// <summary>One promise about speed or size, the figure that was measured for it, and whether it holds.</summary>
public sealed record Target(string Promise, double? Measured, double AtMost, string Unit)
{
    public bool? Met => Measured is { } measured ? measured <= AtMost : null;

    public static IReadOnlyList<Target> Of(Results results)
    {
        Comparison On(string stack, string phase) => Comparison.Of(results, stack, phase);
        var five = On("five", Phase.Cold);
        return
        [
            new("five, cold start: at most 1/6 of Compose", five.WallRatio, 1 / 6.0, "× Compose"),
            new("five, cold start: at most 1.4 × the floor", results.TimesFloor("five", Side.HaleName), 1.4, "× floor"),
            new("chain, cold start: at most 1/20 of Compose", On("chain", Phase.Cold).WallRatio, 1 / 20.0, "× Compose"),
            new("five, no-op: at most 1/10 of Compose", On("five", Phase.NoOp).WallRatio, 1 / 10.0, "× Compose"),
            new("five, no-op: at most 100 ms", On("five", Phase.NoOp).Hale?.WallMs, 100, "ms"),
            new("five, change: services replaced besides the one edited", Besides(results), 0, "services"),
            new("five, down: at most 1/8 of Compose", On("five", Phase.Down).WallRatio, 1 / 8.0, "× Compose"),
            .. Phase.Compared.Select(phase => On("hundred", phase)).Where(compared => compared.Compose is not null).SelectMany(compared => new Target[]
            {
                new($"hundred, {compared.Phase}: wall time no more than Compose", compared.WallRatio, 1, "× Compose"),
                new($"hundred, {compared.Phase}: processor time no more than Compose", compared.CpuRatio, 1, "× Compose"),
            }),
            new("peak memory of Hale under 80 MB, anywhere", Largest(results), 80, "MB"),
            new("judging a full evidence file by the whole catalogue: at most 50 ms more than a start", results.Judging?.MedianMs, 50, "ms"),
            new("`hale --version` under 20 ms", results.Version is null ? null : Statistics.Median(results.Version.HaleMs), 20, "ms"),
        ];
    }

    public string Row()
    {
        var format = Unit is "ms" or "MB" or "services" ? "0" : "0.000";
        var measured = Measured?.ToString(format, CultureInfo.InvariantCulture) is { } figure ? $"{figure} {Unit}" : "not measured";
        var limit = AtMost.ToString(format, CultureInfo.InvariantCulture);
        var verdict = Met switch { true => "met", false => "**falls short**", null => "" };
        return $"| {Promise} | {limit} {Unit} | {measured} | {verdict} |";
    }

    private static double? Besides(Results results)
    {
        var changes = results.Of("five", Phase.Change, Side.HaleName).ToArray();
        return changes.Length == 0 ? null : changes.Max(change => change.AlsoReplaced.Count);
    }

    private static double? Largest(Results results)
    {
        var hale = results.Samples.Where(sample => sample.Tool == Side.HaleName).ToArray();
        return hale.Length == 0 ? null : hale.Max(sample => sample.Cost.PeakMb);
    }
}
