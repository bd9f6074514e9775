using Hale.Healing;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Certificates;
using Hale.Machine.Changes;
using Hale.Machine.Checkouts;
using Hale.Machine.Environments;
using Hale.Machine.Journals;
using Hale.Machine.Keepers;

namespace Hale.Cli.Runs;

/// <summary>The adapters that a run works with, each made when it is first used.</summary>
internal sealed class Rooms
{
    public required Session Session { get; init; }

    public required TimeProvider Clock { get; init; }

    public required IComposer Composer { get; init; }

    public required IContainerEngine Engine { get; init; }

    public required IImageStore Images { get; init; }

    public required IProcessSight Sight { get; init; }

    public required ICreatedState Created { get; init; }

    public required IOverlayStore Overlay { get; init; }

    /// <summary>Makes the loop over the faults given.</summary>
    public required Func<IReadOnlyList<Fault>, Healer> Healer { get; init; }

    /// <summary>Takes the project's lock, or says who has it; what comes back is disposed of at the end.</summary>
    public required Func<string, WhenBusy, CancellationToken, Task<IDisposable>> LockAsync { get; init; }

    /// <summary>What Compose made from the files of a folder, as the labels of its containers tell.</summary>
    public required Func<string, CancellationToken, Task<Stack?>> MadeFromAsync { get; init; }

    /// <summary>The place of the project's keeper.</summary>
    public required KeeperSeat Keeper { get; init; }

    /// <summary>The services that a remedy wants built without what BuildKit remembers.</summary>
    public RebuildHand Rebuilds { get; init; } = new();

    public required Func<Undoing> Undoing { get; init; }

    public required Func<ProjectEnvironment> Environment { get; init; }

    /// <summary>Keeps what a start came up against, for the faults that read it.</summary>
    public required Action<AttemptFacts> RememberAttempt { get; init; }

    /// <summary>The services that the last start was not content with, whatever the engine says of them.</summary>
    public required Func<IReadOnlySet<string>> Doubted { get; init; }

    /// <summary>Keeps what the stack was made of when it was last healthy.</summary>
    public required HealthyFile Healthy { get; init; }

    /// <summary>Takes the project's secrets out of a text that others may read.</summary>
    public required Func<string, string> Redact { get; init; }

    /// <summary>The engine in use, and the daemon that Hale started.</summary>
    public required Func<CancellationToken, Task<EngineReport>> EngineAsync { get; init; }

    public required Func<CancellationToken, Task<Receipt>> StopEngineAsync { get; init; }

    /// <summary>This user's local certificate authority.</summary>
    public required AuthorityStore Authority { get; init; }

    /// <summary>What the project wants of certificates and what is there.</summary>
    public required CertificateSight Certificates { get; init; }

    /// <summary>Changes this machine's store of authorities.</summary>
    public required IHand AuthorityHand { get; init; }

    /// <summary>Keeps the keys of both for this user alone.</summary>
    public required KeyRights Keys { get; init; }

    /// <summary>The project's databases.</summary>
    public required DatabaseRooms Databases { get; init; }

    public required IJournal Journal { get; init; }

    /// <summary>The name that this checkout got.</summary>
    public required CheckoutFile Checkout { get; init; }

    /// <summary>This user's checkouts.</summary>
    public required CheckoutList Checkouts { get; init; }

    /// <summary>Gives out names and ports to checkouts.</summary>
    public required CheckoutClaims Claims { get; init; }

    /// <summary>False where a person gave the project's name, on the command line or as a variable of the shell.</summary>
    public required bool MayRename { get; init; }

    /// <summary>The same rooms for this project under another name, since the checkout in the folder given has its own.</summary>
    public required Func<string, string, Rooms> Renamed { get; init; }

    /// <summary>The Compose projects of which the engine has containers: those of a name, or all.</summary>
    public required Func<string?, CancellationToken, Task<IReadOnlyList<ComposeProject>>> ProjectsAsync { get; init; }

    /// <summary>The folders of the other checkouts from which projects of this one's name were made, and which are still there.</summary>
    public IReadOnlyList<string> StrangersOf(IEnumerable<ComposeProject> named) => [.. named.Select(one => Checkout.OwnerOf(one.Folder, one.Files)).OfType<string>().Distinct()];

    /// <summary>True when an environment file that has a template is missing.</summary>
    public required Func<bool> LacksEnvFile { get; init; }
}
