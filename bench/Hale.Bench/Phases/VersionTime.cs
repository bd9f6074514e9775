using Hale.Bench.Measuring;

namespace Hale.Bench.Phases;

/// <summary>How long `hale --version` takes, beside a program that does nothing (what the measuring itself costs).</summary>
public sealed record VersionTime(IReadOnlyList<double> HaleMs, IReadOnlyList<double> NothingMs)
{
    private const int Runs = 20;

    public static async Task<VersionTime> MeasureAsync(string hale, string folder)
    {
        var version = new List<double>();
        var nothing = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            nothing.Add((await Stopclock.RunAsync(new Command("true", [], folder))).WallMs);
            version.Add((await Stopclock.RunAsync(new Command(hale, ["--version"], folder))).WallMs);
        }

        return new(version, nothing);
    }
}
