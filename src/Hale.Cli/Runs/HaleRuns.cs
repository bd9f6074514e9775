using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Cli.Runs;

/// <summary>Each command's run, over the same rooms.</summary>
internal sealed class HaleRuns(Rooms rooms) : IRuns
{
    public Task<RunReport> UpAsync(UpOptions options, CancellationToken stop) => new UpRun(rooms, options).RunAsync(stop);

    public Task<RunReport> DownAsync(DownOptions options, CancellationToken stop) => new DownRun(rooms, options).RunAsync(stop);

    public Task<StatusReport> StatusAsync(CancellationToken stop) => new StatusRun(rooms).RunAsync(stop);

    public Task<HealthReport> HealthAsync(IReadOnlyList<string> services, CancellationToken stop) => new HealthRun(rooms).RunAsync(services, stop);

    public async Task<TroubleshootReport> TroubleshootAsync(IReadOnlyList<Fault> faults, CancellationToken stop)
    {
        var found = await rooms.Healer(faults).LookOnlyAsync(stop).ConfigureAwait(false);
        return new TroubleshootReport(Verdicts.Of(found, null), found);
    }

    public IAsyncEnumerable<LogLine> LogsAsync(LogsOptions options, CancellationToken stop) => new LogsRun(rooms, options).RunAsync(stop);

    public IOverlayStore Overlay() => rooms.Overlay;

    public Task<EngineReport> EngineAsync(CancellationToken stop) => rooms.EngineAsync(stop);

    public Task<Receipt> StopEngineAsync(CancellationToken stop) => rooms.StopEngineAsync(stop);
}
