namespace Hale.Cli.Runs;

/// <summary>The runs of <c>hale db</c>, over the same rooms.</summary>
internal sealed class DatabaseRuns(Rooms rooms) : IDatabaseRuns
{
    public Task<DatabaseReport> ReportAsync(string? service, CancellationToken stop) => new DatabaseRun(rooms).ReportAsync(service, stop);

    public Task<TakenSnapshot> SnapshotAsync(string? service, string? name, CancellationToken stop) => new DatabaseRun(rooms).SnapshotAsync(service, name, stop);

    public Task RestoreAsync(string snapshot, string? service, Action<DatabaseStep> tell, CancellationToken stop) => new RestoreRun(rooms).RestoreAsync(snapshot, service, tell, stop);

    public Task InitAsync(string? service, IReadOnlyList<string> only, Action<DatabaseStep> tell, CancellationToken stop) => new ScriptsRun(rooms).InitAsync(service, only, tell, stop);

    public Task SeedAsync(string? service, Action<DatabaseStep> tell, CancellationToken stop) => new ScriptsRun(rooms).SeedAsync(service, tell, stop);
}
