using System.Globalization;

namespace Hale.Bench.Measuring;

/// <summary>Reads the resident memory of a process tree from /proc every few milliseconds while it runs.</summary>
internal sealed class MemorySampler(int root)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    public double PeakMb { get; private set; }

    public double PeakTreeMb { get; private set; }

    public async Task WatchAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var tree = Tree(root).Select(Read).ToArray();
            PeakMb = Math.Max(PeakMb, tree.Max(process => process.Peak));
            PeakTreeMb = Math.Max(PeakTreeMb, Math.Max(PeakMb, tree.Sum(process => process.Now)));
            await Task.Delay(Step, stop).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private static IEnumerable<int> Tree(int process)
    {
        yield return process;
        foreach (var child in Children(process))
        {
            foreach (var descendant in Tree(child))
            {
                yield return descendant;
            }
        }
    }

    private static IEnumerable<int> Children(int process)
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{process}/task")
                .SelectMany(thread => File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static (double Peak, double Now) Read(int process)
    {
        try
        {
            var lines = File.ReadAllLines($"/proc/{process}/status");
            return (Megabytes(lines, "VmHWM:"), Megabytes(lines, "VmRSS:"));
        }
        catch (IOException)
        {
            return (0, 0);
        }
    }

    private static double Megabytes(string[] lines, string key)
    {
        var line = Array.Find(lines, line => line.StartsWith(key, StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024.0;
    }
}
