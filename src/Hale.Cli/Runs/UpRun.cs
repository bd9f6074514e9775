using Hale.Faults;
using Hale.Faults.Trust;
using Hale.Healing;
using Hale.Kernel.Engines;
using Hale.Kernel.Runs;
using Hale.Supervision;

namespace Hale.Cli.Runs;

/// <summary>
/// <c>hale docker</c>: a quick look; where something is in the way, the healing loop; then the start. A start that fails is looked
/// into, and tried once more when something could be mended.
/// </summary>
internal sealed class UpRun(Rooms rooms, UpOptions options)
{
    // Each time another checkout took a port that was chosen meanwhile.
    private const int MostClaims = 5;

    // A service that starts may show what the one before it hid; each time something must have been done about it.
    private const int MostAttempts = 8;

    private readonly MovedPorts _moved = new();
    private Lazy<Healer> _healer = new(() => rooms.Healer(Catalogue.All));
    private HealingReport? _healing;
    private IReadOnlyList<MendedFinding> _mendedBefore = [];
    private IReadOnlyDictionary<string, TimeSpan> _failedAfter = new Dictionary<string, TimeSpan>();

    /// <summary>The rooms of the project under the name that it goes by now.</summary>
    public Rooms Rooms => rooms;

    public async Task<RunReport> RunAsync(CancellationToken stop)
    {
        using var held = await rooms.LockAsync("docker", options.WhenBusy, stop).ConfigureAwait(false);
        if (!rooms.Session.KeepsPorts)
        {
            return await RunHeldAsync(stop).ConfigureAwait(false);
        }

        var started = false;
        try
        {
            _moved.Take(rooms);
            var report = await RunHeldAsync(stop).ConfigureAwait(false);
            started = report.Outcome is not null && !options.DryRun;
            return report;
        }
        finally
        {
            if (!started)
            {
                _moved.PutBack(rooms);
            }
        }
    }

    private async Task<RunReport> RunHeldAsync(CancellationToken stop)
    {
        var stage = rooms.Session.Stage;
        stage.Tell(new PhaseBegan(stage.Now, RunPhase.Look));
        var look = await QuickLook.TakeAsync(rooms, options, stop).ConfigureAwait(false);
        stage.Tell(new PhaseEnded(stage.Now, RunPhase.Look));
        foreach (var opened in rooms.Keys.Close(options.DryRun))
        {
            stage.Tell(new Noted(stage.Now, opened));
        }

        if (look.Refusal is { IsOurs: true } ours)
        {
            throw new ProblemException(Models.Refused(ours));
        }

        foreach (var name in look.Stack is null ? [] : options.Expendable)
        {
            Models.NeedVolume(look.Stack!, name);
        }

        if (NothingToDo(look) && look.LacksMountedFile && !options.DryRun)
        {
            // Its containers are well with a folder in the place of a file; that is to be told each time, and mended once there is a template.
            look = await HealAsync(beforeStart: false, stop).ConfigureAwait(false);
        }

        if (NothingToDo(look))
        {
            if (options.Services.Count == 0)
            {
                rooms.Healthy.StillHealthy(look.Stack!, look.Parts, look.Images);
            }

            return Report(look, StandingStill.Of(look));
        }

        if (options.DryRun)
        {
            return await DryRunAsync(look, stop).ConfigureAwait(false);
        }

        if (look.InTheWay is not null && rooms.MayRename)
        {
            look = await WithoutNameAsync(stop).ConfigureAwait(false);
            if (look.InTheWay is not null || _healing is { MayGoOn: false })
            {
                return Stuck(look);
            }
        }

        // What is mended below is mended for the name and the ports that the stack will have.
        (look, var mayGoOn) = await ClaimedAsync(look, stop).ConfigureAwait(false);
        if (!mayGoOn)
        {
            return Report(look, null);
        }

        // Before what is up at other ports is ended for it, its own ports have to be free.
        if (!look.MayStart || _moved.AnyTaken)
        {
            look = await HealAsync(beforeStart: true, stop).ConfigureAwait(false);
            if (look.InTheWay is not null || _healing is { MayGoOn: false })
            {
                return Stuck(look);
            }

            (look, mayGoOn) = await ClaimedAsync(look, stop).ConfigureAwait(false);
            if (!mayGoOn)
            {
                return Report(look, null);
            }
        }

        return await StartAsync(look, stop).ConfigureAwait(false);
    }

    // Without a model, or an engine that tells of others, no name can be claimed; a certificate is made for a name, and waits for it.
    private async Task<QuickLook> WithoutNameAsync(CancellationToken stop)
    {
        _healer = new(() => rooms.Healer([.. Catalogue.All.Where(fault => fault is not CertificateDue)]));
        var look = await HealAsync(beforeStart: true, stop).ConfigureAwait(false);
        if (look.InTheWay is null && _healing is { MayGoOn: true } whole)
        {
            (_healer, _mendedBefore, _healing) = (new(() => rooms.Healer(Catalogue.All)), whole.Mended, whole with { Mended = [] });
        }

        return look;
    }

    private RunReport Stuck(QuickLook look) =>
        look.Refusal is { } refusal && _healing is { Left.Count: 0 } ? throw new ProblemException(Models.Refused(refusal)) : Report(look, null);

    private bool NothingToDo(QuickLook look) => look.NothingToDo(rooms.Created.Completed, rooms.Clock.GetUtcNow());

    private async Task<RunReport> StartAsync(QuickLook look, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await BringUpAsync(look, stop).ConfigureAwait(false);
            rooms.RememberAttempt(Attempts.Of(outcome));
            _failedAfter = Attempts.FailedAfter(outcome);
            _healer.Value.Attempted();
            if (outcome.Healthy)
            {
                await RememberHealthyAsync(look, stop).ConfigureAwait(false);
                _healing = attempt > 1 ? await _healer.Value.VerifyAsync(stop).ConfigureAwait(false)
                    : look.LacksMountedFile ? await _healer.Value.LookOnlyAsync(beforeStart: false, stop).ConfigureAwait(false)
                    : _healing;
                return Report(look, outcome);
            }

            var done = _healer.Value.ActsDone;
            var next = await HealAsync(beforeStart: false, stop).ConfigureAwait(false);
            if (_healer.Value.ActsDone == done || attempt == MostAttempts || next.InTheWay is not null)
            {
                return Report(next, outcome);
            }

            (look, var mayGoOn) = await ClaimedAsync(next, stop).ConfigureAwait(false);
            if (!mayGoOn)
            {
                return Report(look, outcome);
            }
        }
    }

    private async Task<Outcome> BringUpAsync(QuickLook look, CancellationToken stop)
    {
        var replaced = options.CleanCache ? await rooms.Images.IdsAsync(BuiltImages(look), stop).ConfigureAwait(false) : null;
        var bringup = new Bringup(rooms.Composer, rooms.Engine, rooms.Sight, rooms.Session.Stage, rooms.Clock);
        var outcome = Attempts.Discreet(await OrTakeBackAsync(look, bringup, await PlanOfAsync(look, stop).ConfigureAwait(false), stop).ConfigureAwait(false), rooms.Redact);
        await RememberAsync(look, outcome, stop).ConfigureAwait(false);
        if (replaced is not null && outcome.Refusal is null)
        {
            await DropAsync(replaced.Values, stop).ConfigureAwait(false);
        }

        return outcome;
    }

    // Whenever something was mended, the ports may be others than those that were claimed.
    private async Task<(QuickLook Look, bool MayGoOn)> ClaimedAsync(QuickLook look, CancellationToken stop)
    {
        for (var round = 1; round <= MostClaims && look.InTheWay is null; round++)
        {
            var (now, isSettled) = await Claiming.ClaimAsync(rooms, look, stop).ConfigureAwait(false);
            if (isSettled)
            {
                return (look, true);
            }

            if (now != rooms)
            {
                (rooms, _healer, _mendedBefore) = (now, new(() => now.Healer(Catalogue.All)), [.. _mendedBefore, .. _healing?.Mended ?? []]);
            }

            look = await HealAsync(beforeStart: true, stop).ConfigureAwait(false);
            if (look.InTheWay is not null || _healing is { MayGoOn: false })
            {
                return (look, false);
            }
        }

        return (look, true);
    }

    private async Task<Outcome> OrTakeBackAsync(QuickLook look, Bringup bringup, BringupPlan plan, CancellationToken stop)
    {
        try
        {
            return await bringup.RunAsync(plan, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await new TakeBack(rooms).RunAsync(look, bringup.AskedToStop).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<BringupPlan> PlanOfAsync(QuickLook look, CancellationToken stop)
    {
        var anew = rooms.Rebuilds.Take();
        string[] build = [.. look.Build.Union(anew)];
        var create = !look.Current || build.Length > 0;
        return new BringupPlan
        {
            Stack = look.Stack!,
            Services = look.Services,
            Everything = options.Services.Count == 0,
            Build = build,
            BuildAnew = anew,
            WithoutCache = options.CleanCache,
            Create = create,
            StartWhileCreating = create && await rooms.Engine.CreatesWholeAsync(stop).ConfigureAwait(false),
            Existing = look.Containers,
            Completed = rooms.Created.Completed,
            Doubted = look.Doubted,
            FailedAfter = _failedAfter,
            Pace = new Pace { Limit = options.Timeout },
        };
    }

    private async Task<QuickLook> HealAsync(bool beforeStart, CancellationToken stop)
    {
        _healing = options.MendNothing
            ? await _healer.Value.LookOnlyAsync(beforeStart, stop).ConfigureAwait(false)
            : await _healer.Value.HealAsync(beforeStart, stop).ConfigureAwait(false);
        return await QuickLook.TakeAsync(rooms, options, stop).ConfigureAwait(false);
    }

    private async Task<RunReport> DryRunAsync(QuickLook look, CancellationToken stop)
    {
        _healing = await _healer.Value.LookOnlyAsync(beforeStart: false, stop).ConfigureAwait(false);
        return Report(look, null) with { WouldDo = [.. Intentions.Of(look, _healing, options.Expendable).Select(rooms.Redact)] };
    }

    private async Task RememberAsync(QuickLook look, Outcome outcome, CancellationToken stop)
    {
        if (options.Services.Count > 0 || outcome.Refusal is not null)
        {
            return;
        }

        var images = await look.ImagesAsync(rooms.Images, stop).ConfigureAwait(false);
        var containers = await rooms.Engine.ListAsync(look.Stack!.Name, stop).ConfigureAwait(false);
        var done = outcome.Services.Where(service => service.Phase is ServicePhase.Completed).Select(service => service.Service).ToHashSet();
        rooms.Created.Remember(look.Stack!, containers, images, [.. containers.Where(container => done.Contains(container.Service)).Select(container => container.Id)]);
    }

    private async Task RememberHealthyAsync(QuickLook look, CancellationToken stop)
    {
        if (options.Services.Count == 0)
        {
            rooms.Healthy.Remember(look.Stack!, look.Parts, await look.ImagesAsync(rooms.Images, stop).ConfigureAwait(false));
        }
    }

    private static IReadOnlyCollection<string> BuiltImages(QuickLook look) =>
        [.. look.Services.Where(service => service.Build is not null).Select(service => service.Image)];

    // The images that were replaced are this project's own; one that something else still uses stays.
    private async Task DropAsync(IEnumerable<string> ids, CancellationToken stop)
    {
        foreach (var id in ids)
        {
            try
            {
                await rooms.Images.RemoveAsync(id, stop).ConfigureAwait(false);
            }
            catch (EngineException inUse)
            {
                rooms.Session.Stage.Tell(new CommandSaid(rooms.Session.Stage.Now, $"the image {id} stays: {inUse.Message}"));
            }
        }
    }

    private Verdict VerdictOn(QuickLook look, Outcome? outcome) => (look, outcome) switch
    {
        ({ Refusal.ExitCode: > 0 }, null) when OnlyTheFilesAreWrong() => Verdict.WrongUsage,
        ({ InTheWay: not null }, null) when _healing is not { Left.Count: > 0 } => Verdict.CannotTell,
        _ => Verdicts.Of(_healing, outcome),
    };

    private bool OnlyTheFilesAreWrong() =>
        _healing is { Left: var left } && left.All(found => found.Finding.OnlyWarns || IsOfTheFiles(found.Finding.Fault));

    private static bool IsOfTheFiles(string fault) =>
        fault is "compose-file-invalid" || Catalogue.All.Any(known => known.Id == fault && known.Causes.Contains("compose-file-invalid"));

    private RunReport Report(QuickLook look, Outcome? outcome) => new()
    {
        Verdict = VerdictOn(look, outcome),
        Project = look.Stack?.Name,
        Outcome = outcome,
        Healing = _healing is null ? null : _healing with { Mended = [.. _mendedBefore, .. _healing.Mended] },
        Overlay = rooms.Overlay.Read(),
        Took = rooms.Session.Stage.Now,
    };
}
