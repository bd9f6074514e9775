using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;
using Hale.Machine.Journals;

namespace Hale.Cli.Runs;

/// <summary>Each command's run, over the same rooms.</summary>
internal sealed class HaleRuns(Rooms rooms) : IRuns
{
    // A start may give the checkout another name; whatever comes after it is about that.
    public async Task<RunReport> UpAsync(UpOptions options, CancellationToken stop)
    {
        var run = new UpRun(options.DryRun ? await SettledAsync(stop).ConfigureAwait(false) : rooms, options);
        var report = await run.RunAsync(stop).ConfigureAwait(false);
        rooms = run.Rooms;
        return report;
    }

    public Task WatchAsync(UpOptions options, CancellationToken stop) => new WatchRun(rooms, options, new ForegroundLog(rooms.Session.Stage)).RunAsync(stop);

    public Task<KeeperReport> KeepAsync(UpOptions options, CancellationToken stop) => new KeepRun(rooms).KeepAsync(options, stop);

    public Task BeKeeperAsync(UpOptions options, CancellationToken stop) => new KeepRun(rooms).BeKeeperAsync(options, stop);

    public KeeperReport Keeper() => new KeepRun(rooms).Report();

    public Task<Receipt> StopKeeperAsync(CancellationToken stop) => new KeepRun(rooms).StopAsync(stop);

    public Task<RunReport> DownAsync(DownOptions options, CancellationToken stop) => new DownRun(rooms, options).RunAsync(stop);

    public async Task<StatusReport> StatusAsync(CancellationToken stop) =>
        await new StatusRun(await SettledAsync(stop).ConfigureAwait(false)).RunAsync(stop).ConfigureAwait(false);

    public async Task<HealthReport> HealthAsync(IReadOnlyList<string> services, CancellationToken stop) =>
        await new HealthRun(await SettledAsync(stop).ConfigureAwait(false)).RunAsync(services, stop).ConfigureAwait(false);

    public async Task<TroubleshootReport> TroubleshootAsync(TroubleshootOptions options, CancellationToken stop) =>
        await new TroubleshootRun(await SettledAsync(stop).ConfigureAwait(false), options).RunAsync(stop).ConfigureAwait(false);

    public IAsyncEnumerable<LogLine> LogsAsync(LogsOptions options, CancellationToken stop) => new LogsRun(rooms, options).RunAsync(stop);

    public IOverlayStore Overlay() => rooms.Overlay;

    public Undoing Undoing() => rooms.Undoing();

    public async Task<PortsReport> PortsAsync(CancellationToken stop) =>
        await new PortsRun(await SettledAsync(stop).ConfigureAwait(false)).RunAsync(stop).ConfigureAwait(false);

    public ProjectEnvironment Environment() => rooms.Environment() is { IsThere: true } environment
        ? environment
        : throw new ProblemException(new Problem($"there is no Compose file and no environment file in '{rooms.Session.Project.Directory}'") { Advice = ["cd FOLDER    # that of the project", "hale -C FOLDER env check"] });

    public Task<IDisposable> HoldAsync(string command, CancellationToken stop) => rooms.LockAsync(command, WhenBusy.Fail, stop);

    public Task<CheckoutsReport> CheckoutsAsync(CancellationToken stop) => new CheckoutsRun(rooms).RunAsync(stop);

    public async Task<CertsReport> CertsAsync(CancellationToken stop) =>
        await new CertsRun(await SettledAsync(stop).ConfigureAwait(false)).ReportAsync(stop).ConfigureAwait(false);

    public Task<Receipt> TrustAsync(CancellationToken stop) => new CertsRun(rooms).TrustAsync(stop);

    public Task<Receipt> UntrustAsync(CancellationToken stop) => new CertsRun(rooms).UntrustAsync(stop);

    public Task<IReadOnlyList<string>> ExportAsync(string folder, bool force, CancellationToken stop) => new CertsRun(rooms).ExportAsync(folder, force, stop);

    public IDatabaseRuns Database() => new DatabaseRuns(rooms);

    public Task<EngineReport> EngineAsync(CancellationToken stop) => rooms.EngineAsync(stop);

    public Task<Receipt> StopEngineAsync(CancellationToken stop) => rooms.StopEngineAsync(stop);

    // What only looks must not take what another checkout has for this one's.
    private Task<Rooms> SettledAsync(CancellationToken stop) => Claiming.AsIfClaimedAsync(rooms, stop);
}
