using Hale.Docker.Databases;
using Hale.Kernel.Engines;
using Hale.Kernel.Stacks;
using Hale.Machine.Databases;

namespace Hale.Cli.Runs;

/// <summary><c>hale db</c>: tells of a database, and takes snapshots of it.</summary>
internal sealed class DatabaseRun(Rooms rooms)
{
    /// <summary>Why nothing is known of scripts where the engine is not on this machine.</summary>
    public const string ElsewhereSays = "the engine is not on this machine, so the scripts that it mounts cannot be seen from here";

    private const int MostSeen = 12;
    private const int LongestSeen = 400;

    private readonly DatabaseChoice _choice = new(rooms);

    public Task<DatabaseReport> ReportAsync(string? service, CancellationToken stop) => SaidAsync(async () =>
    {
        var (stack, database) = await _choice.OpenAsync(service, "hale db status SERVICE", stop).ConfigureAwait(false);
        var facts = await LookAsync(database, stop).ConfigureAwait(false);
        var scripts = rooms.Engine.IsLocal ? Scripts(stack, database, facts) : [];
        return new DatabaseReport
        {
            Service = database.Service,
            Server = database.Name,
            Facts = facts,
            Scripts = scripts,
            Unknown = !rooms.Engine.IsLocal ? ElsewhereSays : scripts.Any(script => script.Ran is null) ? WhyUnknown(database, facts) : null,
            Snapshots = [.. rooms.Databases.Snapshots.All().Where(one => one.Service == database.Service)],
        };
    });

    public Task<TakenSnapshot> SnapshotAsync(string? service, string? name, CancellationToken stop) => SaidAsync(async () =>
    {
        if (name is not null)
        {
            DemandFree(name);
        }

        var (stack, database) = await _choice.OpenAsync(service, $"hale db snapshot SERVICE{(name is null ? "" : $" --name {name}")}", stop).ConfigureAwait(false);
        using var held = await rooms.LockAsync("db snapshot", WhenBusy.Fail, stop).ConfigureAwait(false);
        return await TakeAsync(stack, database, await LookAsync(database, stop).ConfigureAwait(false), name ?? rooms.Databases.Snapshots.FreeName(database.Service), stop).ConfigureAwait(false);
    });

    /// <summary>Takes a snapshot before something that may lose data, and tells of it.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> BeforeAsync(string what, Stack stack, RunningDatabase database, ServerFacts facts, Action<DatabaseStep> tell, CancellationToken stop)
    {
        var taken = await TakeAsync(stack, database, facts, rooms.Databases.Snapshots.FreeName($"before-{what}"), stop).ConfigureAwait(false);
        tell(DatabaseStep.Of(taken));
        return taken.Snapshot.Name;
    }

    /// <summary>Asks a server for what it tells of itself.</summary>
    /// <exception cref="ProblemException">It does not answer.</exception>
    public async Task<ServerFacts> LookAsync(RunningDatabase database, CancellationToken stop)
    {
        try
        {
            return await database.LookAsync(stop).ConfigureAwait(false);
        }
        catch (DatabaseException refusal)
        {
            throw new ProblemException(ProblemOf(refusal) with { Advice = [$"hale logs {database.Service} --tail 50", $"hale docker {database.Service}"], Verdict = Verdict.CannotTell });
        }
    }

    /// <summary>The scripts for a server's first start.</summary>
    /// <exception cref="ProblemException">One cannot be read.</exception>
    public IReadOnlyList<InitScript> Scripts(Stack stack, RunningDatabase database, ServerFacts facts)
    {
        try
        {
            return rooms.Databases.Scripts.Of(stack.Find(database.Service)!, facts.Identity, facts.MadeAt);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem($"a script for the first start of '{database.Service}' cannot be read: {refusal.Message}"));
        }
    }

    /// <summary>Why it cannot be told which scripts a server ran, where it cannot.</summary>
    public string WhyUnknown(RunningDatabase database, ServerFacts facts) => rooms.Databases.Scripts.Known(database.Service, facts.Identity).Others is OtherScripts.Unknown
        ? "the snapshot that was put back does not tell which had run, or putting it back was broken off"
        : "the server does not tell when its data directory was made";

    /// <summary>What a database said against something, with the project's secrets taken out.</summary>
    public Problem ProblemOf(DatabaseException refusal) => new(refusal.Message) { Seen = Seen(refusal.Said), Verdict = Verdict.SomethingLeft };

    /// <summary>The last lines that were said, with the project's secrets taken out.</summary>
    public IReadOnlyList<string> Seen(IReadOnlyList<string> said) => [.. said.TakeLast(MostSeen).Select(rooms.Redact).Select(line => line.Length > LongestSeen ? $"{line[..LongestSeen]}…" : line)];

    /// <summary>Makes the refusals of databases and disks what a person reads.</summary>
    public async Task<T> SaidAsync<T>(Func<Task<T>> doing)
    {
        try
        {
            return await doing().ConfigureAwait(false);
        }
        catch (DatabaseException refusal)
        {
            throw new ProblemException(ProblemOf(refusal));
        }
        catch (InvalidDataException refusal)
        {
            throw new ProblemException(new Problem(refusal.Message) { Verdict = Verdict.SomethingLeft });
        }
        catch (EngineException refusal)
        {
            throw new ProblemException(Models.EngineProblem(refusal));
        }
    }

    private async Task<TakenSnapshot> TakeAsync(Stack stack, RunningDatabase database, ServerFacts facts, string name, CancellationToken stop)
    {
        DemandFree(name);
        if (facts.Databases.Count == 0)
        {
            throw new ProblemException(new Problem($"'{database.Service}' has no database of which a snapshot could be taken") { Verdict = Verdict.SomethingLeft });
        }

        var began = rooms.Clock.GetTimestamp();
        var snapshot = await rooms.Databases.Snapshots.TakeAsync(name, database, facts, Ran(stack, database, facts), stop).ConfigureAwait(false);
        return new TakenSnapshot(snapshot, rooms.Clock.GetElapsedTime(began));
    }

    // A script that cannot be read is no reason to keep nothing. Those that ran and were changed or taken away since are among what is known.
    private IReadOnlyDictionary<string, string>? Ran(Stack stack, RunningDatabase database, ServerFacts facts)
    {
        try
        {
            var isTold = rooms.Engine.IsLocal && Scripts(stack, database, facts).All(script => script.Ran is not null);
            var known = rooms.Databases.Scripts.Known(database.Service, facts.Identity);
            return isTold && known.Others is not OtherScripts.Unknown ? known.Scripts : null;
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    private void DemandFree(string name)
    {
        if (!SnapshotShelf.IsName(name))
        {
            throw new ProblemException(new Problem($"'{name}' is no name for a snapshot: letters, digits, '.', '_' and '-' are allowed, at most 100, and the first is a letter or a digit"));
        }

        if (Path.Exists(Path.Combine(rooms.Session.Project.Directory, SnapshotShelf.FolderOf(name))))
        {
            throw new ProblemException(new Problem($"there is a snapshot '{name}' already, and it stays as it is") { Advice = [$"rm -r {SnapshotShelf.FolderOf(name)}    # where it is not wanted any more"] });
        }
    }
}
