using Hale.Bench.Engine;
using Hale.Bench.Stacks;

namespace Hale.Bench.Phases;

/// <summary>Looks at the engine itself after a phase, so that a tool that returns too early or does too little is caught.</summary>
public sealed class StateCheck(EngineClient engine)
{
    private static readonly TimeSpan PageTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Every service runs and its own health command succeeds at the first try.</summary>
    public async Task<IReadOnlyList<string>> UpAsync(string project, int services)
    {
        var containers = await engine.ContainersAsync(project);
        var wrong = new List<string>();
        if (containers.Count != services)
        {
            wrong.Add($"{containers.Count} containers instead of {services}");
        }

        wrong.AddRange(containers.Where(container => container.Status != "running").Select(container => $"{container.Service} is {container.Status}"));
        var running = containers.Where(container => container.Status == "running" && container.HealthTest.Count > 0);
        foreach (var few in running.Chunk(8))
        {
            var tried = await Task.WhenAll(few.Select(TryAsync));
            wrong.AddRange(tried.Where(one => one.Exit != 0).Select(one => $"{one.Service}: its health command ended with {one.Exit}"));
        }

        return wrong;
    }

    /// <summary>The services whose container was made anew, restarted or removed since.</summary>
    public async Task<IReadOnlyList<string>> TouchedAsync(string project, IReadOnlyList<ServiceContainer> before)
    {
        var now = (await engine.ContainersAsync(project)).ToDictionary(container => container.Service);
        return
        [
            .. before
                .Where(was => !now.TryGetValue(was.Service, out var here) || here.Id != was.Id || here.StartedAt != was.StartedAt)
                .Select(was => was.Service)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The page of the stack, through its published port, holds this text.</summary>
    public async Task<IReadOnlyList<string>> PageHoldsAsync(string project, string text)
    {
        var port = (await engine.ContainersAsync(project)).Select(container => container.HostPort).FirstOrDefault(port => port is not null);
        using var http = new HttpClient { Timeout = PageTimeout };
        try
        {
            var page = await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/"));
            return page.Contains(text, StringComparison.Ordinal) ? [] : [$"the page does not hold {text}: {page.Trim()}"];
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            return [$"the page did not answer: {problem.Message}"];
        }
    }

    /// <summary>No container and no network of the project is left, and its named volumes still are.</summary>
    public async Task<IReadOnlyList<string>> DownAsync(Side side, IReadOnlyList<string> volumesBefore)
    {
        var left = (await engine.ContainersAsync(side.Project)).Select(container => $"{container.Service} is left ({container.Status})");
        var networks = (await engine.NetworksAsync(side.Project)).Select(network => $"network {network} is left");
        var volumes = volumesBefore.Except(await engine.VolumesAsync(side.Project)).Select(volume => $"volume {volume} is gone");
        return [.. left, .. networks, .. volumes];
    }

    private async Task<(string Service, int Exit)> TryAsync(ServiceContainer container) =>
        (container.Service, await engine.ExecAsync(container.Id, container.HealthTest));
}
