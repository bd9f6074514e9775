using Hale.Docker.Databases;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Databases;

namespace Hale.Cli.Runs;

/// <summary><c>hale db init</c> and <c>hale db seed</c>: run what belongs into a database, after a snapshot, up to the first that fails.</summary>
internal sealed class ScriptsRun(Rooms rooms)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    private readonly DatabaseRun _run = new(rooms);
    private readonly DatabaseChoice _choice = new(rooms);

    public Task InitAsync(string? service, IReadOnlyList<string> only, bool dry, Action<DatabaseStep> tell, CancellationToken stop) => _run.SaidAsync(async () =>
    {
        var (stack, database) = await _choice.OpenAsync(service, "hale db init SERVICE", stop).ConfigureAwait(false);
        if (!rooms.Engine.IsLocal)
        {
            throw new ProblemException(new Problem(DatabaseRun.ElsewhereSays) { Verdict = Verdict.CannotTell });
        }

        using var held = dry ? null : await rooms.LockAsync("db init", WhenBusy.Fail, stop).ConfigureAwait(false);
        var facts = await _run.LookAsync(database, stop).ConfigureAwait(false);
        var all = _run.Scripts(stack, database, facts);
        var due = Due(all, only, database.Service, _run.WhyUnknown(database, facts));
        if (due.Count == 0)
        {
            tell(new DatabaseStep(all.Count == 0
                ? $"'{database.Service}' mounts no script of the project at {InitScripts.Place}, so there is nothing to run"
                : $"there is nothing to run: '{database.Service}' ran all {all.Count} of its scripts as they are now"));
            return true;
        }

        var act = new RunFirstScripts(database.Service, [.. due.Select(script => script.Name)], "`hale db init` was asked for");
        if (dry)
        {
            tell(DatabaseStep.Intended(act));
            return true;
        }

        await DoAsync(
            act,
            "init",
            stack,
            database,
            facts,
            due.Select<InitScript, Part>(script => new(script.Name, Relative(script.Source), async () =>
            {
                var end = await database.RunScriptAsync(script.Target, script.Digest, stop).ConfigureAwait(false) ?? throw new ProblemException(Stale(script, database));
                if (end.Done)
                {
                    rooms.Databases.Scripts.Remember(database.Service, facts.Identity, [script]);
                }

                return PartEnd.Of(end, database.Service);
            })),
            tell,
            stop).ConfigureAwait(false);
        return true;
    });

    public Task SeedAsync(string? service, bool dry, Action<DatabaseStep> tell, CancellationToken stop) => _run.SaidAsync(async () =>
    {
        var (stack, database) = await _choice.OpenAsync(service, "hale db seed SERVICE", stop).ConfigureAwait(false);
        using var held = dry ? null : await rooms.LockAsync("db seed", WhenBusy.Fail, stop).ConfigureAwait(false);
        var parts = stack.Settings.Database is { SeedCommand: { Count: > 0 } command, SeedService: { } inside }
            ? [await CommandAsync(stack, inside, command, stop).ConfigureAwait(false)]
            : Files(stack).Select<string, Part>(file => new(file, file, () => FeedAsync(database, file, stop))).ToList();
        if (parts.Count == 0)
        {
            throw new ProblemException(new Problem($"the project names nothing with which a database is filled, and there is none of {SeedFiles.Places}")
            {
                Advice = ["x-hale: { database: { seed: [db/seed.sql] } }    # at the top of the Compose file", "x-hale: { database: { seed: { service: api, command: [python3, manage.py, loaddata, demo] } } }    # or a program"],
            });
        }

        var act = new SeedDatabase(database.Service, [.. parts.Select(part => part.Name)], "`hale db seed` was asked for");
        if (dry)
        {
            tell(DatabaseStep.Intended(act));
            return true;
        }

        var facts = await _run.LookAsync(database, stop).ConfigureAwait(false);
        await DoAsync(act, "seed", stack, database, facts, parts, tell, stop).ConfigureAwait(false);
        return true;
    });

    /// <summary>The scripts that are to run.</summary>
    /// <param name="all">All scripts of the service.</param>
    /// <param name="only">The names of those that are to run, whether they ran or not; empty for those that did not.</param>
    /// <param name="service">The service.</param>
    /// <param name="whyUnknown">Why it cannot be told which ran, where it cannot.</param>
    /// <exception cref="ProblemException">There is no script of a name that was given, or nothing is known of when they ran.</exception>
    internal static IReadOnlyList<InitScript> Due(IReadOnlyList<InitScript> all, IReadOnlyList<string> only, string service, string whyUnknown)
    {
        if (only.FirstOrDefault(name => all.All(script => script.Name != name)) is { } missing)
        {
            throw new ProblemException(new Problem($"'{service}' mounts no script '{missing}' at {InitScripts.Place}")
            {
                Advice = all.Count > 0 ? [$"the scripts are: {string.Join(", ", all.Select(script => script.Name))}"] : [],
            });
        }

        if (only.Count > 0)
        {
            return [.. all.Where(script => only.Contains(script.Name))];
        }

        return all.Any(script => script.Ran is null)
            ? throw new ProblemException(new Problem($"it cannot be told which scripts '{service}' ran: {whyUnknown}")
            {
                Advice = [$"hale db init {service} --only {all[0].Name}    # runs the one that is named"],
                Verdict = Verdict.CannotTell,
            })
            : [.. all.Where(script => script.Ran is false)];
    }

    private async Task DoAsync(Act act, string what, Stack stack, RunningDatabase database, ServerFacts facts, IEnumerable<Part> parts, Action<DatabaseStep> tell, CancellationToken stop)
    {
        var back = RestoreRun.BackTo(await _run.BeforeAsync(what, stack, database, facts, tell, stop).ConfigureAwait(false), database.Service);
        var entry = rooms.Journal.Begin(new Finding($"db-{what}", database.Service, act.Because), act, back);
        var receipt = new Receipt(true, Receipt.BrokenOff) { Undo = back };
        try
        {
            var changed = false;
            foreach (var part in parts)
            {
                var began = rooms.Clock.GetTimestamp();
                var end = await part.RunAsync().ConfigureAwait(false);
                changed |= end.Stays;
                if (end.Wrong is { } wrong)
                {
                    receipt = changed ? receipt with { Says = $"{part.Name} failed" } : new Receipt(false, $"{part.Name} failed, and nothing of it stayed");
                    throw new ProblemException(Failed(part, end, wrong, database, changed ? Way(act, database.Service, back) : [$"hale db {what} {database.Service}    # once it is mended"]));
                }

                tell(new DatabaseStep($"ran {part.Name} in '{database.Service}'") { Took = rooms.Clock.GetElapsedTime(began) });
            }

            receipt = receipt with { Says = act.Says };
            tell(new DatabaseStep(RestoreRun.ToGoBack) { Back = back });
        }
        finally
        {
            rooms.Journal.End(entry, receipt);
        }
    }

    private static IReadOnlyList<string> Way(Act act, string service, string back) =>
    [
        .. act is RunFirstScripts ? (string[])[$"hale db init {service}    # once it is mended: goes on with it, and what it did before it failed is there"] : [],
        $"{back}    # {RestoreRun.PutsBack}",
    ];

    private Problem Failed(Part part, PartEnd end, string wrong, RunningDatabase database, IReadOnlyList<string> advice) => new($"{part.Name} {wrong}; what would follow was not run")
    {
        File = part.File,
        Line = part.File is null ? null : database.LineOf(end.Pipe.Said),
        Seen = _run.Seen(end.Pipe.Said),
        Advice = advice,
        Verdict = end.Verdict,
    };

    private static Problem Stale(InitScript script, RunningDatabase database) => new($"the container of '{database.Service}' does not have {script.Name} as it is now: a file that is mounted by itself keeps the content that it had, and one that is new is not mounted yet")
    {
        File = script.Source,
        Advice = [$"docker compose up -d --force-recreate {database.Service}    # its volume stays", $"hale db init {database.Service}"],
        Verdict = Verdict.SomethingLeft,
    };

    private IReadOnlyList<string> Files(Stack stack)
    {
        try
        {
            return rooms.Databases.Seeds.Of(stack.Settings.Database);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem($"what fills the database cannot be read: {refusal.Message}"));
        }
    }

    private async Task<PartEnd> FeedAsync(RunningDatabase database, string file, CancellationToken stop)
    {
        try
        {
            var (sql, text) = rooms.Databases.Seeds.Open(file);
            await using (sql.ConfigureAwait(false))
            {
                return PartEnd.Of(await database.FeedAsync(sql, text.Bytes, stop).ConfigureAwait(false), text, database.Service);
            }
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ProblemException(new Problem($"it cannot be read: {refusal.Message}") { File = file });
        }
    }

    private async Task<Part> CommandAsync(Stack stack, string service, IReadOnlyList<string> command, CancellationToken stop)
    {
        var containers = await rooms.Engine.ListAsync(stack.Name, stop).ConfigureAwait(false);
        var container = containers.FirstOrDefault(one => one.Service == service && one.State is ContainerState.Running) ?? throw DatabaseChoice.DoesNotRun(service);
        return new Part($"{ToldCommand.Of(command, rooms.Redact)} of '{service}'", null, async () => PartEnd.Of(await rooms.Databases.Servers.RunAsync(container.Id, command, Longest, stop).ConfigureAwait(false), service));
    }

    // A file of the project by its path below it, any other by its whole path.
    private string Relative(string path)
    {
        var below = Path.GetRelativePath(rooms.Session.Project.Directory, path);
        return below.StartsWith("..", StringComparison.Ordinal) ? path : below;
    }

    /// <summary>One thing that is run.</summary>
    /// <param name="Name">What it is, for people.</param>
    /// <param name="File">Its file; null where it is none.</param>
    /// <param name="RunAsync">Runs it to its end.</param>
    private sealed record Part(string Name, string? File, Func<Task<PartEnd>> RunAsync);
}
