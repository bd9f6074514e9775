using Hale.Bench.Measuring;
using Hale.Bench.Stacks;

namespace Hale.Bench.Phases;

/// <summary>How long the whole catalogue takes over a full evidence file, beside a start of the program that judges nothing.</summary>
/// <param name="WholeMs">A whole `hale troubleshoot --from FILE`: start, reading, judging, telling.</param>
/// <param name="VersionMs">A whole `hale --version`, each taken right before.</param>
/// <param name="EvidenceBytes">The size of the evidence, which was saved while the stack was up.</param>
public sealed record JudgingTime(IReadOnlyList<double> WholeMs, IReadOnlyList<double> VersionMs, long EvidenceBytes)
{
    private const int Runs = 20;

    // `troubleshoot` ends with 1 where it has found something, and with 3 where not everything could be seen.
    private static readonly int[] Judged = [0, 1, 3];

    /// <summary>What reading, judging and telling add to a start.</summary>
    public double MedianMs => Statistics.Median(WholeMs.Zip(VersionMs, (whole, start) => whole - start));

    public static async Task<JudgingTime> MeasureAsync(Side side)
    {
        var hale = side.Up.Program;
        var evidence = Path.Combine(side.Folder, "evidence.json");
        await Stopclock.MustAsync(hale, side.Up.Arguments, side.Folder);
        await TroubleshootAsync(hale, ["troubleshoot", "-C", side.Folder, "-p", side.Project, "--save", evidence], side.Folder);
        await Stopclock.MustAsync(hale, side.Down.Arguments, side.Folder);

        var whole = new List<double>();
        var version = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            version.Add((await Stopclock.RunAsync(new Command(hale, ["--version"], side.Folder))).WallMs);
            whole.Add((await TroubleshootAsync(hale, ["troubleshoot", "--from", evidence], side.Folder)).WallMs);
        }

        return new(whole, version, new FileInfo(evidence).Length);
    }

    private static async Task<Measurement> TroubleshootAsync(string hale, IReadOnlyList<string> arguments, string folder)
    {
        var ran = await Stopclock.RunAsync(new Command(hale, arguments, folder));
        return Judged.Contains(ran.ExitCode)
            ? ran
            : throw new InvalidOperationException($"{hale} {string.Join(' ', arguments)} ended with {ran.ExitCode}:\n{ran.Errors}");
    }
}
