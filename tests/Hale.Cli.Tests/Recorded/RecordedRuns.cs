using Hale.Cli.Runs;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;
using Hale.Machine.Journals;

namespace Hale.Cli.Tests.Recorded;

/// <summary>Tells again what was recorded, and keeps what it was asked.</summary>
internal sealed class RecordedRuns(Recording recording) : IRuns
{
    public Session? Session { get; set; }

    public object? Asked { get; private set; }

    public Exception? Throws { get; init; }

    /// <summary>With which options a keeper was left behind; null when none was.</summary>
    public UpOptions? Kept { get; private set; }

    public KeeperReport Seat { get; init; } = new()
    {
        Pid = 944, Since = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), Mended = 2, Left = ["worker"], Log = "/srv/notes/.hale/keeper.log",
    };

    public CertsReport Certificates { get; init; } = RecordedCertificates.Mounted;

    public KeptOverlay OverlayLines { get; } = new(MendedRun.Whole.Report.Overlay);

    public Task<RunReport> UpAsync(UpOptions options, CancellationToken stop) => PlayAsync(options);

    public Task<RunReport> DownAsync(DownOptions options, CancellationToken stop) => PlayAsync(options);

    public Task<StatusReport> StatusAsync(CancellationToken stop) => Task.FromResult(new StatusReport("notes",
    [
        new ServiceStatus { Name = "db", Status = HealthStatus.Healthy, Says = "running, healthy", Running = 1, Ports = [new BoundPort(5432, 5432, "127.0.0.1", "tcp")] },
        new ServiceStatus { Name = "api", Status = HealthStatus.Starting, Says = "running, starting", Running = 1, Wanted = 2 },
        new ServiceStatus { Name = "migrate", Status = HealthStatus.Stopped, Says = "exited 0", Completed = true },
    ]) { Keeper = Keeper() });

    public Task WatchAsync(UpOptions options, CancellationToken stop)
    {
        Asked = options;
        return Task.CompletedTask;
    }

    public Task<KeeperReport> KeepAsync(UpOptions options, CancellationToken stop)
    {
        Kept = options;
        return Task.FromResult(Keeper() with { IsNew = true });
    }

    public Task BeKeeperAsync(UpOptions options, CancellationToken stop)
    {
        Asked = options;
        return Task.CompletedTask;
    }

    public KeeperReport Keeper() => Seat;

    public Task<Receipt> StopKeeperAsync(CancellationToken stop) => Task.FromResult(new Receipt(true, "the keeper (process 944) has ended"));

    public Task<HealthReport> HealthAsync(IReadOnlyList<string> services, CancellationToken stop)
    {
        Asked = services;
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        return Task.FromResult(new HealthReport(Verdict.SomethingLeft,
        [
            new ServiceHealth { Name = "web", Status = HealthStatus.Healthy, LastCheck = now, Url = "http://localhost:8080", Dependencies = ["api"] },
            new ServiceHealth { Name = "api", Status = HealthStatus.Unhealthy, LastCheck = now, Dependencies = ["db"], Errors = ["port 8000 does not answer"] },
        ]));
    }

    public Task<TroubleshootReport> TroubleshootAsync(TroubleshootOptions options, CancellationToken stop)
    {
        Asked = options.Faults;
        return Task.FromResult(new TroubleshootReport(Verdict.SomethingLeft, FailedRun.Whole.Report.Healing!));
    }

    public Undoing Undoing()
    {
        var nowhere = new Project { Directory = Path.Combine(Path.GetTempPath(), "hale-no-such-project") };
        return new Undoing(nowhere, new JournalFile(nowhere, TimeProvider.System), Overlay(), new NoVolumes());
    }

    public Task<PortsReport> PortsAsync(CancellationToken stop) => Task.FromResult(new PortsReport(
        [
            new PortRow("web", 8080, 80, "tcp") { Address = "localhost:8080", Holder = "this stack", IsOurs = true },
            new PortRow("db", 5432, 5432, "tcp") { Holder = "postgres (process 812: /usr/lib/postgresql/bin/postgres -D /srv/data) at 127.0.0.1", IsOurs = false },
            new PortRow("cache", 6379, 6379, "tcp") { Holder = "nobody", IsOurs = false },
        ],
        []));

    public Task<CheckoutsReport> CheckoutsAsync(CancellationToken stop) => Task.FromResult(new CheckoutsReport(
        [
            new CheckoutRow("notes", "/home/me/notes") { Containers = 5, Running = 4, Unhealthy = 1, Addresses = ["http://localhost:8080"] },
            new CheckoutRow("old", "/home/me/old") { IsGone = true, Containers = 1, Running = 1, Addresses = ["http://localhost:8090", "http://localhost:8091", "localhost:8092", "localhost:8093"] },
            new CheckoutRow("shop", "/home/me/shop"),
            new CheckoutRow("shop-login", "/home/me/login") { IsThis = true, Containers = 3, Running = 3, Addresses = ["http://localhost:8081"] },
        ],
        null));

    public ProjectEnvironment Environment()
    {
        var project = new Project { Directory = EnvFolder.Value };
        return new(project, new JournalFile(project, TimeProvider.System), _ => null, text => text);
    }

    private static string MakeEnvFolder()
    {
        var folder = Directory.CreateTempSubdirectory("hale-env-").FullName;
        File.WriteAllText(Path.Combine(folder, "compose.yaml"), "services:\n  api:\n    image: a\n    environment: [\"PORT=${PORT}\", \"LEVEL=${LEVEL:-info}\"]\n");
        File.WriteAllText(Path.Combine(folder, ".env.example"), "# @required @type=port\nPORT=8000\nAPI_TOKEN=changeme\nNEW=1\n");
        File.WriteAllText(Path.Combine(folder, ".env"), "PORT=9000\nAPI_TOKEN=zebra-in-grass\nOLD=1\n");
        File.WriteAllText(Path.Combine(folder, "app.py"), "import os\n\nTOKEN = os.environ[\"API_TOKEN\"]\nport = int(os.environ.get(\"PORT\", \"8000\"))\n");
        return folder;
    }

    /// <summary>The folder whose environment is looked at and set.</summary>
    public Lazy<string> EnvFolder { get; } = new(MakeEnvFolder);

    public Task<IDisposable> HoldAsync(string command, CancellationToken stop) => Task.FromResult<IDisposable>(new MemoryStream());

    public async IAsyncEnumerable<LogLine> LogsAsync(LogsOptions options, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        Asked = options;
        await Task.Yield();
        yield return new LogLine("api", 1, false, "listening on 8000");
        yield return new LogLine("api", 2, true, "\u001b[31mwarning\u001b[0m: slow\u0008");
    }

    public IOverlayStore Overlay() => OverlayLines;

    public Task<CertsReport> CertsAsync(CancellationToken stop) => Task.FromResult(Certificates);

    public Task<Receipt> TrustAsync(CancellationToken stop) => ChangeAsync(new TrustAuthority(RecordedCertificates.Authority, "`hale certs trust` was asked for"), "hale certs untrust", stop);

    public Task<Receipt> UntrustAsync(CancellationToken stop) => ChangeAsync(new UntrustAuthority(RecordedCertificates.Authority, "`hale certs untrust` was asked for"), "hale certs trust", stop);

    public Task<IReadOnlyList<string>> ExportAsync(string folder, bool force, CancellationToken stop)
    {
        Asked = (folder, force);
        return Task.FromResult<IReadOnlyList<string>>([$"{Path.GetFileName(folder)}/authority.pem", $"{Path.GetFileName(folder)}/localhost.pem", $"{Path.GetFileName(folder)}/localhost-key.pem"]);
    }

    public IDatabaseRuns Database() => new RecordedDatabases(() => Session!, asked => Asked = asked);

    public Task<EngineReport> EngineAsync(CancellationToken stop) => Task.FromResult(
        new EngineReport { Endpoint = "unix:///var/run/docker.sock", Version = "26.1.5", StartedByHale = 812, Log = "/var/log/hale-dockerd.log" });

    public Task<Receipt> StopEngineAsync(CancellationToken stop) => Task.FromResult(new Receipt(true, "ended dockerd, process 812"));

    private async Task<Receipt> ChangeAsync(Act act, string undo, CancellationToken stop) => await Session!.Consent.AllowsAsync(act, stop)
        ? new Receipt(true, "the store was changed") { Undo = undo }
        : new Receipt(false, $"not done without consent: run the same command with {act.AllowedBy} to allow it");

    private Task<RunReport> PlayAsync(object options)
    {
        Asked = options;
        if (Throws is { } refusal)
        {
            throw refusal;
        }

        foreach (var happened in recording.Events)
        {
            Session!.Stage.Tell(happened);
        }

        return Task.FromResult(recording.Report);
    }
}

/// <summary>An overlay in memory.</summary>
internal sealed class KeptOverlay(Overlay overlay) : IOverlayStore
{
    public Overlay Now { get; private set; } = overlay;

    public Overlay Read() => Now;

    public void Add(IReadOnlyList<OverlayLine> lines) => Now = Now.With(lines);

    public void Remove(IReadOnlyList<OverlayLine> lines) => Now = Now.Without(lines);

    public void Clear() => Now = Overlay.Empty;
}

/// <summary>No volume was kept.</summary>
internal sealed class NoVolumes : IVolumeKeeper
{
    public Task<Receipt> PutBackAsync(KeptVolume kept, CancellationToken stop) => throw new InvalidOperationException("nobody expected a volume");
}
