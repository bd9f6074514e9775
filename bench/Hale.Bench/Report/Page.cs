using System.Globalization;
using System.Text;
using Hale.Bench.Measuring;
using Hale.Bench.Phases;
using Hale.Bench.Stacks;

namespace Hale.Bench.Report;

/// <summary>Writes docs/benchmarks.md from what was measured.</summary>
public static class Page
{
    public static string Write(Results results)
    {
        var page = new StringBuilder();
        Intro(page, results);
        Targets(page, results);
        page.Append("## Stack by stack\n\n");
        foreach (var (stack, about) in results.Stacks)
        {
            OneStack(page, results, stack, about);
        }

        Judging(page, results);
        Version(page, results);
        page.Append(HowTo);
        return page.ToString();
    }

    private static void Intro(StringBuilder page, Results results)
    {
        var machine = results.Machine;
        page.Append(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            Written by `bench/run --write-docs`; edited by nobody. `docker compose` and `hale` did the same work on the same
            Compose files and images, one after the other in one run (A B A B …), each as a project of its own.
            Times are medians of {results.Runs} pairs; a ratio is the median of the ratios taken pair by pair (below 1: Hale needs less);
            memory is the largest value seen.

            | | |
            |---|---|
            | Day | {machine.Day} |
            | System | {machine.System}, {machine.Cores} cores, {machine.MemoryGb} GB |
            | Load average at the beginning | {machine.Load} (one busy core adds 1) |
            | Docker Engine | {machine.Engine} |
            | Docker Compose | {machine.Compose} |
            | Hale | {machine.Hale ?? "not measured"} |


            """);
    }

    private static void Targets(StringBuilder page, Results results)
    {
        page.Append("## The targets\n\n| Target | Limit | Measured | |\n|---|---:|---:|---|\n");
        foreach (var target in Target.Of(results))
        {
            page.Append(target.Row()).Append('\n');
        }

        var wrong = results.Samples.Where(sample => sample.Wrong.Count > 0).ToArray();
        page.Append(CultureInfo.InvariantCulture, $"\nThe state of the engine was looked at after each of the {results.Samples.Count} measured runs");
        page.Append(wrong.Length == 0 ? "; it was always as it should be.\n\n" : "; it was wrong after these, whose figures do not count:\n\n");
        foreach (var sample in wrong)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {sample.Stack}, {sample.Phase}, {sample.Tool}, pair {sample.Pair}: {sample.Wrong[0].ReplaceLineEndings(" ")}\n");
        }

        page.Append(wrong.Length == 0 ? "" : "\n");
    }

    private static void OneStack(StringBuilder page, Results results, string stack, string about)
    {
        page.Append(CultureInfo.InvariantCulture, $"### {stack}\n\n{about}.\n\n");
        page.Append("| Phase | Compose | Hale | Ratio | CPU Compose | CPU Hale | CPU ratio | Memory Compose | Memory Hale |\n");
        page.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var phase in Phase.Compared)
        {
            var both = Comparison.Of(results, stack, phase);
            if (both.Compose is not null || both.Hale is not null)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {phase} | {Seconds(both.Compose?.WallMs)} | {Seconds(both.Hale?.WallMs)} | {Number(both.WallRatio)} ");
                page.Append(CultureInfo.InvariantCulture, $"| {Seconds(both.Compose?.CpuMs)} | {Seconds(both.Hale?.CpuMs)} | {Number(both.CpuRatio)} ");
                page.Append(CultureInfo.InvariantCulture, $"| {Memory(both.Compose)} | {Memory(both.Hale)} |\n");
            }
        }

        page.Append('\n');
        foreach (var tool in new[] { Side.ComposeName, Side.HaleName })
        {
            var also = results.Of(stack, Phase.Change, tool).SelectMany(sample => sample.AlsoReplaced).Distinct().ToArray();
            page.Append(also.Length == 0 ? "" : $"In the change phase {tool} also replaced or restarted: {string.Join(", ", also)}.\n\n");
        }

        FloorOf(page, results, stack);
    }

    private static void FloorOf(StringBuilder page, Results results, string stack)
    {
        if (results.Floors.FirstOrDefault(floor => floor.Stack == stack) is not { } floor)
        {
            return;
        }

        if (floor.Services.Count > 0)
        {
            var times = floor.Services.Select(service => $"{service.Service} {Seconds(Statistics.Median(service.Ms))}");
            page.Append(CultureInfo.InvariantCulture, $"Floor: **{Seconds(floor.LongestMs)}** ({string.Join(" → ", floor.Path)}); ");
            page.Append(CultureInfo.InvariantCulture, $"a cold start takes Compose {Number(results.TimesFloor(stack, Side.ComposeName))} and Hale {Number(results.TimesFloor(stack, Side.HaleName))} times that.");
            page.Append(CultureInfo.InvariantCulture, $"\nBy itself: {string.Join(", ", times)}.\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"The engine alone needs {Seconds(Statistics.Median(floor.EngineMs))} to start these containers, whoever asks.\n\n");
    }

    private static void Judging(StringBuilder page, Results results)
    {
        if (results.Judging is { } judging)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                ## Judging

                The evidence of the five-service stack while it was up ({judging.EvidenceBytes / 1024} KiB) goes through the whole catalogue in
                {judging.MedianMs:0} ms more than `hale --version` takes: the median of {judging.WholeMs.Count} pairs of whole processes, with the reading of the file and the telling.


                """);
        }
    }

    private static void Version(StringBuilder page, Results results)
    {
        if (results.Version is { } version)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                ## `hale --version`

                Median {Statistics.Median(version.HaleMs):0.0} ms, least {version.HaleMs.Min():0.0} ms, of {version.HaleMs.Count} runs; a program that does nothing
                takes {Statistics.Median(version.NothingMs):0.0} ms when measured the same way.


                """);
        }
    }

    private static string Seconds(double? ms) => ms is { } value ? (value / 1000).ToString(value < 1000 ? "0.000" : "0.00", CultureInfo.InvariantCulture) + " s" : "–";

    private static string Number(double? ratio) => ratio?.ToString(ratio < 0.1 ? "0.000" : "0.00", CultureInfo.InvariantCulture) ?? "–";

    private static string Memory(Cost? cost) => cost is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{cost.PeakMb:0} MB ({cost.PeakTreeMb:0})");

    private static string HowTo => """
        ## What is measured

        - **cold**: images built, no containers, no volumes: `docker compose up -d --wait` against `hale docker --yes --quiet`.
        - **no-op**: the same commands while everything is up and the engine itself says healthy; three times a pair.
        - **change**: one line of one service's source is edited: `docker compose up -d --build --wait` against `hale docker`.
        - **down**: `docker compose down` against `hale down`; volumes are kept.
        - **CPU**: user and system time of the tool and its children, not the engine's. **Memory**: the largest single process, and in brackets
          the process tree together.
        - **floor**: each service's container is started by itself, with what it needs already ready, and its own health command is run
          without a pause until it succeeds; the longest chain of those times; taken anew in every pair. Of identical independent services ten are timed.
        - **the engine alone**: all containers, already created, started through its API eight at a time with no waiting for readiness.
        - After each phase the engine is asked: every container runs and its own health command succeeds at once; a no-op touched no
          container; the page shows a change, and what else was replaced for it is named above; after down nothing is left but the volumes.

        ## To repeat it

            bench/run --write-docs            # everything, three pairs
            bench/run --quick                 # five and chain, one pair
            bench/run --help

        It needs the .NET SDK, Docker with Compose, and a Debian image to build from (`--base IMAGE`).
        Raw samples are in `bench/results/latest.json` after a run.

        """;
}
