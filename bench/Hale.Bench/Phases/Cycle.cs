using System.Globalization;
using Hale.Bench.Engine;
using Hale.Bench.Measuring;
using Hale.Bench.Stacks;

namespace Hale.Bench.Phases;

/// <summary>The life of one stack under one tool: cold start, no-op, change, down; each measured, then checked.</summary>
public sealed class Cycle(EngineClient engine, Stack stack, Side side, int services)
{
    private const int NoOps = 3;
    private static readonly TimeSpan VerdictLimit = TimeSpan.FromSeconds(60);
    private readonly StateCheck check = new(engine);

    public async Task<IReadOnlyList<Sample>> RunAsync(int pair)
    {
        await engine.RemoveProjectAsync(side.Project);
        var samples = new List<Sample> { await TakeAsync(Phase.Cold, pair, side.Up, () => check.UpAsync(side.Project, services)) };
        await VerdictsAsync();
        var before = await engine.ContainersAsync(side.Project);
        for (var number = 0; number < NoOps; number++)
        {
            samples.Add(await TakeAsync(Phase.NoOp, (pair * NoOps) + number, side.Up, async () =>
                [.. (await check.TouchedAsync(side.Project, before)).Select(service => $"{service} was replaced or restarted")]));
        }

        if (stack.ChangedFile is { } file)
        {
            samples.Add(await ChangeAsync(pair, Path.Combine(side.Folder, file), before));
        }

        var volumes = await engine.VolumesAsync(side.Project);
        samples.Add(await TakeAsync(Phase.Down, pair, side.Down, () => check.DownAsync(side, volumes)));
        await engine.RemoveProjectAsync(side.Project);
        return samples;
    }

    private async Task<Sample> TakeAsync(string phase, int number, Command command, Func<Task<IReadOnlyList<string>>> look)
    {
        var cost = await Stopclock.RunAsync(command);
        IReadOnlyList<string> failed = cost.ExitCode == 0 ? [] : [$"exit code {cost.ExitCode}: {Last(cost.Errors)}"];
        var sample = new Sample(stack.Name, phase, side.Tool, number, cost, [.. failed, .. await look()], []);
        await Console.Error.WriteLineAsync(LineOf(sample));
        return sample;
    }

    private async Task<Sample> ChangeAsync(int pair, string file, IReadOnlyList<ServiceContainer> before)
    {
        var version = await EditAsync(file);
        var sample = await TakeAsync(Phase.Change, pair, side.Rebuild, async () =>
            [.. await check.UpAsync(side.Project, services), .. await check.PageHoldsAsync(side.Project, version)]);
        var touched = await check.TouchedAsync(side.Project, before);
        return sample with { AlsoReplaced = [.. touched.Where(service => service != stack.ChangedService)] };
    }

    // The no-op and the change are measured on a stack that the engine itself calls healthy, whichever tool started it.
    private async Task VerdictsAsync()
    {
        using var limit = new CancellationTokenSource(VerdictLimit);
        while (!limit.IsCancellationRequested && (await engine.ContainersAsync(side.Project)).Any(container => container.Verdict == "starting"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), CancellationToken.None);
        }
    }

    private static async Task<string> EditAsync(string file)
    {
        var version = Guid.NewGuid().ToString("N");
        var lines = await File.ReadAllLinesAsync(file);
        var changed = lines.Select(line => line.StartsWith("VERSION = ", StringComparison.Ordinal) ? $"VERSION = \"{version}\"" : line);
        await File.WriteAllLinesAsync(file, changed);
        return version;
    }

    private static string Last(string text) => text.Length > 600 ? text[^600..] : text;

    private static string LineOf(Sample sample)
    {
        var cost = string.Create(CultureInfo.InvariantCulture, $"{sample.Cost.WallMs,9:0} ms  cpu {sample.Cost.CpuMs,6:0} ms  peak {sample.Cost.PeakMb,4:0} MB");
        var wrong = sample.Wrong.Count == 0 ? "" : $"  WRONG: {string.Join("; ", sample.Wrong)}";
        return $"{sample.Stack,-8} {sample.Phase,-7} {sample.Tool,-8} {cost}{wrong}";
    }
}
