using Hale.Docker.Databases;
using Hale.Kernel.Faults;
using Hale.Machine.Databases;

namespace Hale.Cli.Runs;

/// <summary>
/// What <c>hale db</c> asks for, each as one call. A service may be left out where the project has one database. Whoever listens to <c>tell</c> hears each
/// step when it is done. What cannot be done for a reason that a person can change is a <see cref="ProblemException"/>.
/// </summary>
internal interface IDatabaseRuns
{
    /// <summary>Tells of a database server, the scripts that it never ran, and the snapshots.</summary>
    Task<DatabaseReport> ReportAsync(string? service, CancellationToken stop);

    /// <summary>Takes a snapshot of every database of a server.</summary>
    /// <param name="service">The service.</param>
    /// <param name="name">The snapshot's name; null for one of the service and the time.</param>
    /// <param name="stop">Breaks off: then there is none.</param>
    Task<TakenSnapshot> SnapshotAsync(string? service, string? name, CancellationToken stop);

    /// <summary>Replaces databases with what a snapshot holds; what they hold now is kept in another one first.</summary>
    /// <param name="snapshot">The snapshot's name.</param>
    /// <param name="service">The service; null for that of the snapshot.</param>
    /// <param name="dry">Only tells what would be done.</param>
    /// <param name="tell">Hears each step.</param>
    /// <param name="stop">Breaks off.</param>
    Task RestoreAsync(string snapshot, string? service, bool dry, Action<DatabaseStep> tell, CancellationToken stop);

    /// <summary>Runs the scripts for the first start that the data directory never ran, after a snapshot.</summary>
    /// <param name="service">The service.</param>
    /// <param name="only">The names of those to run; empty for all.</param>
    /// <param name="dry">Only tells what would be done.</param>
    /// <param name="tell">Hears each step.</param>
    /// <param name="stop">Breaks off.</param>
    Task InitAsync(string? service, IReadOnlyList<string> only, bool dry, Action<DatabaseStep> tell, CancellationToken stop);

    /// <summary>Fills a database as the project says, after a snapshot.</summary>
    /// <param name="service">The service.</param>
    /// <param name="dry">Only tells what would be done.</param>
    /// <param name="tell">Hears each step.</param>
    /// <param name="stop">Breaks off.</param>
    Task SeedAsync(string? service, bool dry, Action<DatabaseStep> tell, CancellationToken stop);
}

/// <summary>A database server and what belongs to it.</summary>
internal sealed record DatabaseReport
{
    public required string Service { get; init; }

    /// <summary>The server's name for people.</summary>
    public required string Server { get; init; }

    public required ServerFacts Facts { get; init; }

    /// <summary>The scripts for its first start, in order.</summary>
    public IReadOnlyList<InitScript> Scripts { get; init; } = [];

    /// <summary>Why it cannot be told which of them it ran; null when it can.</summary>
    public string? Unknown { get; init; }

    /// <summary>The snapshots of this service, newest first.</summary>
    public IReadOnlyList<Snapshot> Snapshots { get; init; } = [];
}

/// <summary>A snapshot that was taken just now.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Took">How long it took, the reading again with it.</param>
internal sealed record TakenSnapshot(Snapshot Snapshot, TimeSpan Took);

/// <summary>Something that was done, or is about to be.</summary>
/// <param name="Says">What, in one sentence.</param>
internal sealed record DatabaseStep(string Says)
{
    public TimeSpan? Took { get; init; }

    public long? Bytes { get; init; }

    /// <summary>The command that takes it back; null where there is nothing to take back.</summary>
    public string? Back { get; init; }

    /// <summary>What would be done if it were not only asked for.</summary>
    public static DatabaseStep Intended(Act act) => new($"this would {act.Says}, after a snapshot of what is there; nothing was done");

    public static DatabaseStep Of(TakenSnapshot taken) =>
        new($"took the snapshot {taken.Snapshot.Name} of '{taken.Snapshot.Service}': {string.Join(", ", taken.Snapshot.Databases.Select(part => part.Database))}") { Took = taken.Took, Bytes = taken.Snapshot.Bytes };
}
