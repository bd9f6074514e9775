using System.Diagnostics;
using System.Text.Json.Nodes;
using Hale.Bench.Engine;
using Hale.Bench.Measuring;
using Hale.Bench.Stacks;

namespace Hale.Bench.Phases;

/// <summary>Starts each service by itself, with what it needs already ready, and finds the longest chain of those times.</summary>
public sealed class Floor(EngineClient engine, Stack stack, Side side)
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromMinutes(1);
    private static readonly ParallelOptions AtATime = new() { MaxDegreeOfParallelism = 8 };

    public async Task<FloorResult> MeasureAsync(int runs)
    {
        var needs = await NeedsAsync();
        var order = InOrder(needs).Take(stack.FloorServices).ToArray();
        var times = order.ToDictionary(service => service, _ => new List<double>());
        for (var run = 0; run < runs; run++)
        {
            var containers = (await CreateAsync()).ToDictionary(container => container.Service);
            foreach (var service in order)
            {
                times[service].Add(await TimeAsync(containers[service]));
            }
        }

        return Longest(stack.Name, [.. order.Select(service => new StartTime(service, needs[service], times[service]))]) with
        {
            EngineMs = await EngineAloneAsync(runs),
        };
    }

    /// <summary>The longest path, where each service comes after those that it needs.</summary>
    public static FloorResult Longest(string stack, IReadOnlyList<StartTime> inOrder)
    {
        var ready = new Dictionary<string, (double At, string[] Path)>();
        foreach (var service in inOrder)
        {
            var (at, path) = service.Needs.Select(need => ready[need]).OrderByDescending(need => need.At).FirstOrDefault((0, []));
            ready[service.Service] = (at + Statistics.Median(service.Ms), [.. path, service.Service]);
        }

        (double At, string[] Path) last = ready.Count == 0 ? (0, []) : ready.Values.MaxBy(service => service.At);
        return new(stack, inOrder, last.At, last.Path, []);
    }

    public async Task<Dictionary<string, string[]>> NeedsAsync()
    {
        var model = JsonNode.Parse(await Stopclock.MustAsync("docker", ["compose", "-p", side.Project, "config", "--format", "json"], side.Folder))!;
        return model["services"]!.AsObject().ToDictionary(
            service => service.Key,
            service => service.Value!["depends_on"]?.AsObject().Select(need => need.Key).ToArray() ?? []);
    }

    private static IEnumerable<string> InOrder(Dictionary<string, string[]> needs)
    {
        var done = new HashSet<string>();
        while (done.Count < needs.Count)
        {
            foreach (var service in needs.Keys.Where(service => !done.Contains(service) && needs[service].All(done.Contains)).ToArray())
            {
                done.Add(service);
                yield return service;
            }
        }
    }

    private async Task<IReadOnlyList<ServiceContainer>> CreateAsync()
    {
        await engine.RemoveProjectAsync(side.Project);
        await Stopclock.MustAsync("docker", ["compose", "-p", side.Project, "create"], side.Folder);
        return await engine.ContainersAsync(side.Project);
    }

    private async Task<IReadOnlyList<double>> EngineAloneAsync(int runs)
    {
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            var containers = await CreateAsync();
            var began = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(containers, AtATime, async (container, _) => await engine.StartAsync(container.Id));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        await engine.RemoveProjectAsync(side.Project);
        return times;
    }

    private async Task<double> TimeAsync(ServiceContainer container)
    {
        var began = Stopwatch.GetTimestamp();
        await engine.StartAsync(container.Id);
        while (await engine.ExecAsync(container.Id, container.HealthTest) != 0)
        {
            if (Stopwatch.GetElapsedTime(began) > ReadyLimit)
            {
                throw new InvalidOperationException($"{stack.Name}: {container.Service} was not ready within {ReadyLimit.TotalSeconds:0} s of its start");
            }
        }

        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
