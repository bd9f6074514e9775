using Hale.Docker;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Machine.Daemons;

namespace Hale.Cli.Runs;

/// <summary><c>hale engine</c>: the engine in use, and the daemon that Hale started where no init system does.</summary>
internal sealed class EngineRun(string endpoint, EngineClient engine, OwnDaemon own, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<EngineReport> ReportAsync(CancellationToken stop)
    {
        string? version = null;
        try
        {
            version = (await engine.AskAsync((client, token) => client.System.GetVersionAsync(token), stop, Patience).ConfigureAwait(false)).Version;
        }
        catch (EngineException)
        {
            // The report says by its missing version that nobody answered.
        }

        return new EngineReport { Endpoint = endpoint, Version = version, StartedByHale = own.Pid, Log = own.Pid is null ? null : own.Log };
    }

    public async Task<Receipt> StopAsync(CancellationToken stop) =>
        own.Pid is not { } pid ? new Receipt(false, "no engine that hale started is running")
        : await own.StopAsync(clock, stop).ConfigureAwait(false) ? new Receipt(true, $"the Docker daemon that hale started (process {pid}) has ended")
        : new Receipt(false, $"the Docker daemon (process {pid}) was asked to end and still runs; its log is {own.Log}");
}
