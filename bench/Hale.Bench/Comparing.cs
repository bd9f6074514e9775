using Hale.Bench.Engine;
using Hale.Bench.Measuring;
using Hale.Bench.Phases;
using Hale.Bench.Report;
using Hale.Bench.Stacks;

namespace Hale.Bench;

/// <summary>One whole run: images, then each stack pair by pair, the floors, and the results.</summary>
public sealed class Comparing(BenchOptions options, Repository repository, EngineClient engine, TimeProvider time)
{
    // The one with the most kinds of service.
    private const string JudgedStack = "five";

    public async Task<int> RunAsync()
    {
        var work = Directory.CreateTempSubdirectory("hale-bench-").FullName;
        try
        {
            await Images.BuildAsync(repository.Images, options.Base);
            var hale = repository.FindHale(options.Hale);
            var stacks = StackList.In(repository.Stacks).Where(stack => options.Stacks.Contains(stack.Name)).ToArray();
            var samples = new List<Sample>();
            var floors = new List<FloorResult>();
            var version = hale is not null && options.Phases.Contains(Phase.Version) ? await VersionTime.MeasureAsync(hale, work) : null;
            var machine = await MachineFacts.AskAsync(engine, hale, work, time);
            var about = new Dictionary<string, string>();
            var results = new Results(machine, options.Runs, about, samples, floors, version);
            foreach (var stack in stacks)
            {
                await OneStackAsync(stack, hale, Path.Combine(work, stack.Name), results, samples, floors);
                about[stack.Name] = stack.About;
                // Written after each stack, so that a run that is broken off keeps what it has.
                Write(results);
            }

            Console.Out.Write(Page.Write(results));
            return samples.Any(sample => sample.Wrong.Count > 0) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private async Task OneStackAsync(Stack stack, string? hale, string work, Results results, List<Sample> samples, List<FloorResult> floors)
    {
        var compose = Side.Compose(stack, Path.Combine(work, Side.ComposeName));
        Side[] sides = hale is null ? [compose] : [compose, Side.Hale(stack, Path.Combine(work, Side.HaleName), hale)];
        var floor = new Floor(engine, stack, compose);
        try
        {
            foreach (var side in sides)
            {
                stack.WriteTo(side.Folder);
                await engine.RemoveProjectAsync(side.Project);
                await Stopclock.MustAsync(side.Prepare.Program, side.Prepare.Arguments, side.Folder);
                await engine.RemoveProjectAsync(side.Project);
            }

            await PairsAsync(stack, sides, floor, samples);
            if (options.Phases.Contains(Phase.Floor))
            {
                floors.Add(floor.Result());
            }

            if (hale is not null && stack.Name == JudgedStack && options.Phases.Contains(Phase.Judging))
            {
                results.Judging = await JudgingTime.MeasureAsync(sides[^1]);
            }
        }
        finally
        {
            foreach (var side in sides)
            {
                await engine.RemoveProjectAsync(side.Project);
            }
        }
    }

    // The floor is taken anew in every pair, so that a busy moment of the machine does not fall on one of the three alone.
    private async Task PairsAsync(Stack stack, Side[] sides, Floor floor, List<Sample> samples)
    {
        var services = (await floor.NeedsAsync()).Count;
        for (var pair = 0; pair < options.Runs; pair++)
        {
            if (options.Phases.Contains(Phase.Floor))
            {
                await floor.RunAsync();
                await Console.Error.WriteLineAsync($"{stack.Name,-8} floor   {"",-8} {floor.Result().EachMs[pair],9:0} ms");
            }

            foreach (var side in options.Phases.Intersect(Phase.Compared).Any() ? sides : [])
            {
                var taken = await new Cycle(engine, stack, side, services).RunAsync(pair);
                samples.AddRange(taken.Where(sample => options.Phases.Contains(sample.Phase)));
            }
        }
    }

    private void Write(Results results)
    {
        results.WriteTo(repository.LatestResults);
        if (options.WriteDocs)
        {
            File.WriteAllText(repository.Page, Page.Write(results));
        }
    }
}
