using System.Globalization;
using System.Runtime.InteropServices;
using Hale.Bench.Engine;
using Hale.Bench.Measuring;

namespace Hale.Bench.Report;

/// <summary>What a reader must know of the machine to read the figures.</summary>
public sealed record MachineFacts(string Day, string System, int Cores, int MemoryGb, string Engine, string Compose, string? Hale, string Load)
{
    public static async Task<MachineFacts> AskAsync(EngineClient engine, string? hale, string folder, TimeProvider time)
    {
        var compose = await Stopclock.MustAsync("docker", ["compose", "version", "--short"], folder);
        var version = hale is null ? null : (await Stopclock.MustAsync(hale, ["--version"], folder)).Trim();
        return new(
            time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            RuntimeInformation.OSDescription,
            Environment.ProcessorCount,
            (int)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9),
            await engine.VersionAsync(),
            compose.Trim(),
            version,
            (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]);
    }
}
