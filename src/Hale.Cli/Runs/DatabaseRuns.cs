namespace Hale.Cli.Runs;

/// <summary>The runs of <c>hale db</c>, over the same rooms.</summary>
internal sealed class DatabaseRuns(Rooms rooms) : IDatabaseRuns
{
    public Task<DatabaseReport> ReportAsync(string? service, CancellationToken stop) => new DatabaseRun(rooms).ReportAsync(service, stop);

    public Task<TakenSnapshot> SnapshotAsync(string? service, string? name, CancellationToken stop) => new DatabaseRun(rooms).SnapshotAsync(service, name, stop);

    public Task RestoreAsync(string snapshot, string? service, bool dry, Action<DatabaseStep> tell, CancellationToken stop) => new RestoreRun(rooms).RestoreAsync(snapshot, service, dry, tell, stop);

    public Task InitAsync(string? service, IReadOnlyList<string> only, bool dry, Action<DatabaseStep> tell, CancellationToken stop) => new ScriptsRun(rooms).InitAsync(service, only, dry, tell, stop);

    public Task SeedAsync(string? service, bool dry, Action<DatabaseStep> tell, CancellationToken stop) => new ScriptsRun(rooms).SeedAsync(service, dry, tell, stop);
}
