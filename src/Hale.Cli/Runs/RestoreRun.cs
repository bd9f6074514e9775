using System.Globalization;
using Hale.Docker.Databases;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Databases;

namespace Hale.Cli.Runs;

/// <summary><c>hale db restore</c>: replaces databases with what a snapshot holds, and keeps what they held.</summary>
internal sealed class RestoreRun(Rooms rooms)
{
    private readonly DatabaseRun _run = new(rooms);

    public Task RestoreAsync(string name, string? service, bool dry, Action<DatabaseStep> tell, CancellationToken stop) => _run.SaidAsync(async () =>
    {
        var snapshot = Need(name);
        var (stack, database) = await new DatabaseChoice(rooms).OpenAsync(service ?? snapshot.Service, $"hale db restore {name} SERVICE", stop).ConfigureAwait(false);
        if (database.Kind != snapshot.Kind)
        {
            throw new ProblemException(new Problem($"the snapshot {name} is of a server of the kind '{snapshot.Kind}', and '{database.Service}' is {database.Name}"));
        }

        var act = new RestoreDatabase(database.Service, name, [.. snapshot.Databases.Select(part => part.Database)], "`hale db restore` was asked for");
        if (dry)
        {
            await CheckAsync(snapshot, database, stop).ConfigureAwait(false);
            tell(DatabaseStep.Intended(act));
            return true;
        }

        if (!await rooms.Session.Consent.AllowsAsync(act, stop).ConfigureAwait(false))
        {
            throw new ProblemException(NotAllowed(act, rooms.Session.Consent.Expendable, service));
        }

        using var held = await rooms.LockAsync("db restore", WhenBusy.Fail, stop).ConfigureAwait(false);
        await CheckAsync(snapshot, database, stop).ConfigureAwait(false);
        var facts = await _run.LookAsync(database, stop).ConfigureAwait(false);
        var replacements = new Replacements();
        await using (replacements.ConfigureAwait(false))
        {
            var before = await KeepAsync(replacements, snapshot, stack, database, facts, tell, stop).ConfigureAwait(false);
            await ReplaceAsync(act, replacements, snapshot, database, facts, BackTo(before, database.Service), tell, stop).ConfigureAwait(false);
        }

        return true;
    });

    /// <summary>What a restore does, in the words of advice.</summary>
    public const string PutsBack = "puts back what was there before; what was made since, such as a table, stays";

    /// <summary>What is said in front of the command that takes something back.</summary>
    public const string ToGoBack = "to put back what was there before (what was made since, such as a table, stays)";

    /// <summary>The command that puts a snapshot back.</summary>
    public static string BackTo(string snapshot, string service) => $"hale db restore {snapshot} --allow-data-loss {service}";

    /// <summary>What would be replaced, and how that is allowed.</summary>
    /// <param name="act">The restore.</param>
    /// <param name="named">What a person named in place of its service.</param>
    /// <param name="service">The service that stood on the command line; null when none did.</param>
    internal static Problem NotAllowed(RestoreDatabase act, IReadOnlyList<string> named, string? service) => new(
        $"this would {act.Says}, and {(named.Count == 0 ? "that was not allowed" : $"what was allowed is another: {string.Join(", ", named.Select(one => $"'{one}'"))}")}; nothing was changed")
    {
        Advice = [$"hale db restore {act.Snapshot}{(service is null ? "" : $" {service}")} {act.AllowedBy}    # what is there now is kept in a snapshot of its own first"],
        Verdict = Verdict.SomethingLeft,
    };

    /// <summary>What was replaced and what was not, where a restore was broken off.</summary>
    /// <param name="act">The restore.</param>
    /// <param name="at">How many databases had been replaced.</param>
    /// <param name="fate">What became of the next one.</param>
    /// <param name="back">The command that takes it back.</param>
    internal static Problem BrokenOff(RestoreDatabase act, int at, Fate fate, string back)
    {
        var replaced = act.Databases.Take(fate is Fate.Kept ? at + 1 : at).ToList();
        var asBefore = act.Databases.Skip(fate is Fate.TakenBack ? at : at + 1).ToList();
        string?[] told =
        [
            replaced.Count > 0 ? $"replaced: {string.Join(", ", replaced)}" : null,
            fate is Fate.Unknown ? $"not known whether it was replaced: {act.Databases[at]}" : null,
            asBefore.Count > 0 ? $"as before: {string.Join(", ", asBefore)}" : null,
        ];
        return new Problem($"interrupted; {string.Join("; ", told.OfType<string>())}")
        {
            Advice = replaced.Count > 0 || fate is Fate.Unknown ? [$"{back}    # {PutsBack}"] : [],
            Verdict = Verdict.Interrupted,
        };
    }

    private Snapshot Need(string name) => rooms.Databases.Snapshots.Find(name) ?? throw new ProblemException(new Problem($"there is no snapshot '{name}'")
    {
        Advice = rooms.Databases.Snapshots.All() is { Count: > 0 } all
            ? [$"the snapshots are: {string.Join(", ", all.Take(20).Select(one => one.Name))}{(all.Count > 20 ? $" and {all.Count - 20} more" : "")}"]
            : ["hale db snapshot    # takes one"],
    });

    // All of them before anything is changed.
    private async Task CheckAsync(Snapshot snapshot, RunningDatabase database, CancellationToken stop)
    {
        foreach (var part in snapshot.Databases)
        {
            try
            {
                var dump = await rooms.Databases.Snapshots.OpenAsync(snapshot, part, database, stop).ConfigureAwait(false);
                await using (dump.ConfigureAwait(false))
                {
                    await database.CheckAsync(dump, stop).ConfigureAwait(false);
                }
            }
            catch (InvalidDataException refusal)
            {
                throw new ProblemException(new Problem($"{refusal.Message}; nothing was changed") { Verdict = Verdict.SomethingLeft });
            }
            catch (DatabaseException refusal)
            {
                throw new ProblemException(_run.ProblemOf(refusal) with { Says = $"'{part.Database}' in the snapshot {snapshot.Name}: {refusal.Message}; nothing was changed" });
            }
        }
    }

    private async Task<string> KeepAsync(Replacements replacements, Snapshot snapshot, Stack stack, RunningDatabase database, ServerFacts facts, Action<DatabaseStep> tell, CancellationToken stop)
    {
        try
        {
            await HoldAsync(replacements, snapshot, database, facts, tell, stop).ConfigureAwait(false);
            return await _run.BeforeAsync("restore", stack, database, facts, tell, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new ProblemException(new Problem("interrupted; nothing was changed") { Verdict = Verdict.Interrupted });
        }
    }

    // From here on, and not only from the replacement on: what would be written while the snapshot is taken would be in none.
    private async Task HoldAsync(Replacements replacements, Snapshot snapshot, RunningDatabase database, ServerFacts facts, Action<DatabaseStep> tell, CancellationToken stop)
    {
        if (!database.KeepsWritersOut)
        {
            tell(new DatabaseStep($"what others write to '{database.Service}' from here on is lost, for Hale cannot keep them out of {database.Name}; {Clients(facts)}"));
            return;
        }

        var there = snapshot.Databases.Where(part => IsThere(part, facts)).ToList();
        foreach (var part in there)
        {
            if (await replacements.Add(part.Database, database.Replace(part.Database, isThere: true, part.Bytes, stop)).HoldAsync().ConfigureAwait(false) is { } end)
            {
                throw new ProblemException(Failed(part, [], snapshot, database, end, null));
            }
        }

        if (there.Count > 0)
        {
            tell(new DatabaseStep($"nobody else writes to {string.Join(", ", there.Select(part => part.Database))} of '{database.Service}' from here on; {Clients(facts)}"));
        }
    }

    private async Task ReplaceAsync(RestoreDatabase act, Replacements replacements, Snapshot snapshot, RunningDatabase database, ServerFacts facts, string back, Action<DatabaseStep> tell, CancellationToken stop)
    {
        var entry = rooms.Journal.Begin(new Finding("db-restore", database.Service, act.Because), act, back);
        var receipt = new Receipt(true, Receipt.BrokenOff) { Undo = back };
        var known = rooms.Databases.Scripts.Known(database.Service, facts.Identity);
        var at = 0;
        try
        {
            // Until all is done, a part of the data is older than the rest, or nobody knows.
            rooms.Databases.Scripts.Keep(database.Service, RanScripts.PutBack(facts.Identity, null));
            for (; at < snapshot.Databases.Count; at++)
            {
                var part = snapshot.Databases[at];
                var began = rooms.Clock.GetTimestamp();
                var isThere = IsThere(part, facts);
                var replacement = replacements.Find(part.Database) ?? replacements.Add(part.Database, database.Replace(part.Database, isThere, part.Bytes, stop));
                var end = await PutAsync(snapshot, part, replacement, database, stop).ConfigureAwait(false);
                if (!end.Done)
                {
                    receipt = receipt with { Says = $"'{part.Database}' could not be restored" };
                    if (database.IsTransactional && at == 0)
                    {
                        rooms.Databases.Scripts.Keep(database.Service, known);
                    }

                    throw new ProblemException(Failed(part, snapshot.Databases.Take(at), snapshot, database, end, back));
                }

                tell(new DatabaseStep($"{(isThere ? "replaced" : "made")} '{part.Database}' of '{database.Service}' with the snapshot {snapshot.Name}") { Took = rooms.Clock.GetElapsedTime(began) });
            }

            rooms.Databases.Scripts.Keep(database.Service, RanScripts.PutBack(facts.Identity, snapshot.Scripts));
            receipt = receipt with { Says = act.Says };
            tell(new DatabaseStep(ToGoBack) { Back = back });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            var fate = await database.FateAsync(replacements.Find(snapshot.Databases[at].Database)?.Transaction).ConfigureAwait(false);
            if (at == 0 && fate is Fate.TakenBack)
            {
                rooms.Databases.Scripts.Keep(database.Service, known);
                receipt = new Receipt(false, "it was broken off before it changed anything");
            }

            throw new ProblemException(BrokenOff(act, at, fate, back));
        }
        finally
        {
            rooms.Journal.End(entry, receipt);
        }
    }

    private async Task<PipeEnd> PutAsync(Snapshot snapshot, SnapshotPart part, Replacement replacement, RunningDatabase database, CancellationToken stop)
    {
        var dump = await rooms.Databases.Snapshots.OpenAsync(snapshot, part, database, stop).ConfigureAwait(false);
        await using (dump.ConfigureAwait(false))
        {
            return await replacement.PutAsync(dump).ConfigureAwait(false);
        }
    }

    private static bool IsThere(SnapshotPart part, ServerFacts facts) => facts.Databases.Any(one => one.Name == part.Database);

    private static string Clients(ServerFacts facts) => facts.Connections switch
    {
        0 => "no client is connected",
        1 => "one client is connected",
        var many => $"{many.ToString(CultureInfo.InvariantCulture)} clients are connected",
    };

    private Problem Failed(SnapshotPart part, IEnumerable<SnapshotPart> before, Snapshot snapshot, RunningDatabase database, PipeEnd end, string? back)
    {
        var done = before.Select(one => one.Database).ToList();
        var held = database.HeldBy(end.Said);
        return new Problem($"'{part.Database}' could not be restored{(held is null ? "" : $", for {held}")}, and {(database.IsTransactional ? "is as it was" : "may hold a part of it")}{(done.Count > 0 ? $"; replaced before that: {string.Join(", ", done)}" : "")}")
        {
            Seen = _run.Seen(end.Said),
            Advice =
            [
                .. held is not null ? (string[])["docker compose stop SERVICE    # the one that uses the database; hale docker starts it again afterwards", BackTo(snapshot.Name, database.Service)] : [],
                .. MissingRole.AdviceOf(end.Said, database.Service, BackTo(snapshot.Name, database.Service)),
                .. end.Said.Any(line => line.Contains("other objects depend on it", StringComparison.Ordinal)) ? (string[])[$"docker compose exec {database.Service} psql    # something that came after the snapshot depends on what it replaces, and has to be dropped first"] : [],
                .. back is not null && (done.Count > 0 || !database.IsTransactional) ? (string[])[$"{back}    # {PutsBack}"] : [],
            ],
            Verdict = Verdict.SomethingLeft,
        };
    }
}
