using System.CommandLine;
using Hale.Bench.Phases;

namespace Hale.Bench;

/// <summary>The command line of the benchmark.</summary>
public static class BenchCommand
{
    private static readonly string[] AllStacks = ["five", "chain", "twenty", "hundred", "plain"];

    public static RootCommand Make(Func<BenchOptions, Task<int>> run)
    {
        var stacks = Names("--stacks", "The stacks to compare on", AllStacks);
        var phases = Names("--phases", "What to measure", [.. Phase.All]);
        var runs = new Option<int>("--runs") { Description = "How many pairs", DefaultValueFactory = _ => 3 };
        var quick = new Option<bool>("--quick") { Description = "A first look: five and chain, one pair" };
        var hale = new Option<string?>("--hale") { Description = "The hale to measure; `none` measures Compose and the floor only. Without it: the one of this checkout, built first" };
        var from = new Option<string?>("--base") { Description = "A local Debian image to build the benchmark's images from" };
        var write = new Option<bool>("--write-docs") { Description = "Write docs/benchmarks.md from what was measured" };
        var root = new RootCommand(
            "Compares hale with docker compose side by side: the same Compose files and images, one tool after the other, pair by pair.\n"
            + "Samples go to bench/results/latest.json. The exit code is 1 when a tool left the engine in a wrong state.")
        {
            stacks, phases, runs, quick, hale, from, write,
        };
        root.SetAction(parsed => run(new BenchOptions(
            parsed.GetValue(quick) ? ["five", "chain"] : parsed.GetValue(stacks)!,
            parsed.GetValue(phases)!,
            parsed.GetValue(quick) ? 1 : parsed.GetValue(runs),
            parsed.GetValue(hale),
            parsed.GetValue(from),
            parsed.GetValue(write))));
        return root;
    }

    private static Option<string[]> Names(string name, string about, string[] all)
    {
        var option = new Option<string[]>(name)
        {
            Description = $"{about}: {string.Join(", ", all)}",
            DefaultValueFactory = _ => all,
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            foreach (var unknown in (result.GetValueOrDefault<string[]>() ?? []).Except(all))
            {
                result.AddError($"{name} does not know '{unknown}'; it knows {string.Join(", ", all)}.");
            }
        });
        return option;
    }
}
