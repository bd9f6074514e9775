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

    private readonly OrderedDictionary<string, List<double>> times = [];
    private readonly List<double> engineAlone = [];
    private Dictionary<string, string[]> needs = [];

    /// <summary>Time each service once, and the engine alone once.</summary>
    public async Task RunAsync()
    {
        needs = await NeedsAsync();
        var containers = (await CreateAsync()).ToDictionary(container => container.Service);
        foreach (var service in InOrder(needs).Take(stack.FloorServices))
        {
            times.TryAdd(service, []);
            times[service].Add(await TimeAsync(containers[service]));
        }

        engineAlone.Add(await EngineAloneAsync());
        await engine.RemoveProjectAsync(side.Project);
    }

    public FloorResult Result()
    {
        var (longest, path) = Longest(service => Statistics.Median(times[service]));
        var each = Enumerable.Range(0, engineAlone.Count).Select(run => Longest(service => times[service][run]).Ms);
        return new(stack.Name, [.. times.Select(time => new StartTime(time.Key, needs[time.Key], time.Value))], longest, path, [.. each], engineAlone);
    }

    private (double Ms, string[] Path) Longest(Func<string, double> time)
    {
        (double Ms, string[] Path) atOnce = (0, []);
        var ready = new Dictionary<string, (double Ms, string[] Path)> { [""] = atOnce };
        foreach (var service in times.Keys)
        {
            var (at, path) = needs[service].Select(need => ready[need]).Append(atOnce).MaxBy(need => need.Ms);
            ready[service] = (at + time(service), [.. path, service]);
        }

        return ready.Values.MaxBy(service => service.Ms);
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

    private async Task<double> EngineAloneAsync()
    {
        var containers = await CreateAsync();
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(containers, AtATime, async (container, _) => await engine.StartAsync(container.Id));
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
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
