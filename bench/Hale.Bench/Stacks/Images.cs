using Hale.Bench.Measuring;

namespace Hale.Bench.Stacks;

/// <summary>Builds the images that the stacks run from, under names of the benchmark's own.</summary>
public static class Images
{
    private const string StandIn = "hale.local/stand-in/debian:trixie-slim";
    private const string Official = "debian:trixie-slim";

    public static async Task BuildAsync(string recipes, string? chosenBase)
    {
        var from = chosenBase ?? await FindBaseAsync(recipes);
        foreach (var recipe in Directory.GetDirectories(recipes).Order(StringComparer.Ordinal))
        {
            var name = $"hale.bench/{Path.GetFileName(recipe)}";
            await Console.Error.WriteLineAsync($"image {name} from {from}");
            await Stopclock.MustAsync("docker", ["build", "--quiet", "--network", "host", "--build-arg", $"BASE={from}", "--tag", name, recipe], recipes);
        }
    }

    private static async Task<string> FindBaseAsync(string folder)
    {
        foreach (var name in new[] { StandIn, Official })
        {
            if ((await Stopclock.RunAsync(new("docker", ["image", "inspect", "--format", "{{.Id}}", name], folder))).ExitCode == 0)
            {
                return name;
            }
        }

        var pulled = await Stopclock.RunAsync(new("docker", ["pull", "--quiet", Official], folder));
        return pulled.ExitCode == 0
            ? Official
            : throw new InvalidOperationException(
                $"There is no Debian image to build from: {StandIn} is not in the engine, and {Official} could not be pulled.\n"
                + "Run `hale docker` in examples/notes once (it makes the stand-in), or name a local image with `bench/run --base IMAGE`.");
    }
}
