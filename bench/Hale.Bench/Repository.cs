namespace Hale.Bench;

/// <summary>Where things are in the checkout that this program was built from.</summary>
public sealed record Repository(string Root)
{
    public string Images => Path.Combine(Root, "bench", "images");

    public string Stacks => Path.Combine(Root, "bench", "stacks");

    public string LatestResults => Path.Combine(Root, "bench", "results", "latest.json");

    public string Page => Path.Combine(Root, "docs", "benchmarks.md");

    public static Repository Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "bench", "stacks")))
            {
                return new(folder.FullName);
            }
        }

        throw new InvalidOperationException("bench/stacks was not found above the program. Run it as `bench/run` in a checkout of Hale.");
    }

    /// <summary>The hale to measure: the one asked for, the one built here, or the one on PATH.</summary>
    public string? FindHale(string? asked)
    {
        if (asked == "none")
        {
            return null;
        }

        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "hale"));
        string[] candidates = asked is null ? [Path.Combine(Root, "artifacts", "dev", "bin", "hale"), .. onPath] : [Path.GetFullPath(asked)];
        return Array.Find(candidates, File.Exists)
            ?? throw new InvalidOperationException("There is no hale to measure. Name one with `--hale PATH`, or measure Compose alone with `--hale none`.");
    }
}
