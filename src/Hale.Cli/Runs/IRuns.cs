using Hale.Kernel.Faults;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;
using Hale.Machine.Environments;
using Hale.Machine.Journals;

namespace Hale.Cli.Runs;

/// <summary>
/// What the commands ask for, each as one call. Nothing is made before it is called. What cannot be done for a reason that a
/// person can change is a <see cref="ProblemException"/>.
/// </summary>
internal interface IRuns
{
    /// <summary>Takes the stack to healthy.</summary>
    Task<RunReport> UpAsync(UpOptions options, CancellationToken stop);

    /// <summary>Stays with a stack that is up and brings back what fails, until it is broken off.</summary>
    Task WatchAsync(UpOptions options, CancellationToken stop);

    /// <summary>Leaves a keeper behind that stays with a stack that is up; the one that runs already, if it keeps the same.</summary>
    Task<KeeperReport> KeepAsync(UpOptions options, CancellationToken stop);

    /// <summary>Is the project's keeper, until it is broken off.</summary>
    Task BeKeeperAsync(UpOptions options, CancellationToken stop);

    /// <summary>The project's keeper.</summary>
    KeeperReport Keeper();

    /// <summary>Ends the project's keeper; the stack stays up. That there is none is no failure.</summary>
    Task<Receipt> StopKeeperAsync(CancellationToken stop);

    /// <summary>Stops and removes the stack.</summary>
    Task<RunReport> DownAsync(DownOptions options, CancellationToken stop);

    /// <summary>Tells where the stack stands, as the engine has it, without probing.</summary>
    Task<StatusReport> StatusAsync(CancellationToken stop);

    /// <summary>Asks each service how it is; all of them when no name is given.</summary>
    Task<HealthReport> HealthAsync(IReadOnlyList<string> services, CancellationToken stop);

    /// <summary>Looks for the faults given and mends nothing.</summary>
    Task<TroubleshootReport> TroubleshootAsync(TroubleshootOptions options, CancellationToken stop);

    /// <summary>What the services print.</summary>
    IAsyncEnumerable<LogLine> LogsAsync(LogsOptions options, CancellationToken stop);

    /// <summary>The project's overlay.</summary>
    IOverlayStore Overlay();

    /// <summary>Takes back what was done to the project.</summary>
    Undoing Undoing();

    /// <summary>The ports that the stack publishes, and who holds them.</summary>
    Task<PortsReport> PortsAsync(CancellationToken stop);

    /// <summary>The project's environment.</summary>
    ProjectEnvironment Environment();

    /// <summary>Keeps every other Hale from the project until what comes back is disposed of; one that works on it is a <see cref="ProblemException"/>.</summary>
    Task<IDisposable> HoldAsync(string command, CancellationToken stop);

    /// <summary>The checkouts of this machine that are known or up.</summary>
    Task<CheckoutsReport> CheckoutsAsync(CancellationToken stop);

    /// <summary>This user's local authority, and the project's certificate.</summary>
    Task<CertsReport> CertsAsync(CancellationToken stop);

    /// <summary>Lets this machine's store trust the local authority, which is made where there is none; consent is asked.</summary>
    Task<Receipt> TrustAsync(CancellationToken stop);

    /// <summary>Takes the local authority out of this machine's store; consent is asked.</summary>
    Task<Receipt> UntrustAsync(CancellationToken stop);

    /// <summary>Copies the project's certificate, its key and the authority's certificate into a folder.</summary>
    /// <param name="folder">The folder, absolute; it is made where it is missing.</param>
    /// <param name="force">Write over files of these names.</param>
    /// <param name="stop">Breaks off.</param>
    /// <returns>The files that were written.</returns>
    Task<IReadOnlyList<string>> ExportAsync(string folder, bool force, CancellationToken stop);

    /// <summary>What is done with the project's databases.</summary>
    IDatabaseRuns Database();

    /// <summary>The engine in use, and whether Hale started it.</summary>
    Task<EngineReport> EngineAsync(CancellationToken stop);

    /// <summary>Ends the engine that Hale started; any other is left alone.</summary>
    Task<Receipt> StopEngineAsync(CancellationToken stop);
}

/// <summary>What every run needs: the project it is about, who hears what happens, who is asked.</summary>
/// <param name="Project">The project.</param>
/// <param name="Stage">Hears what happens.</param>
/// <param name="Consent">Is asked before an act that is not safe.</param>
internal sealed record Session(Project Project, IStage Stage, IConsent Consent)
{
    /// <summary>True when no port may be published elsewhere than the project's files say.</summary>
    public bool KeepsPorts { get; init; }
}
