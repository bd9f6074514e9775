using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Runs;
using Hale.Kernel.Stacks;

namespace Hale.Healing;

/// <summary>
/// The loop: look, diagnose, mend, look again, until nothing is found or nothing found can be mended.
/// A remedy is tried once a finding; only the detector that saw a finding may say that it is gone. What it reports holds no secret
/// of the project.
/// </summary>
public sealed class Healer(
    IReadOnlyList<Fault> catalogue,
    Observer observer,
    IReadOnlyList<IHand> hands,
    IConsent consent,
    IJournal journal,
    IOverlayStore overlay,
    IStage stage,
    TimeProvider clock,
    DiscreetReport discreet)
{
    // One round shows at most what the one before it hid (a missing engine hides the missing images, and so on).
    private const int MostRounds = 8;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ForTheEngine = TimeSpan.FromSeconds(12);

    private readonly List<MendedFinding> _mended = [];
    private readonly Dictionary<Finding, List<DoneAct>> _tried = new(new SameFinding());
    private readonly HashSet<Finding> _waitsForAttempt = new(new SameFinding());
#pragma warning disable CA5394 // What the chance decides is how long to wait; nobody is to be kept from guessing it.
    private readonly Budget _budget = new(clock, Random.Shared.NextDouble);
#pragma warning restore CA5394
    private ChangeFacts? _changes;
    private bool _doneSinceAttempt;
    private bool _movedSinceAttempt;

    /// <summary>How many acts were carried out so far.</summary>
    public int ActsDone { get; private set; }

    /// <summary>What the last start came up against is news again: until then, what was done since has made it old.</summary>
    public void Attempted()
    {
        (_doneSinceAttempt, _movedSinceAttempt) = (false, false);
        _waitsForAttempt.Clear();
        _budget.NextAttempt();
    }

    /// <summary>Looks once at all that the catalogue reads.</summary>
    public Task<Evidence> ObserveAsync(CancellationToken stop) => observer.LookAsync(NeedsOf(catalogue), stop);

    /// <summary>Tells what is there by evidence from wherever.</summary>
    public HealingReport Judge(Evidence evidence)
    {
        _changes = evidence.Changes.Known;
        return ReportOn(Diagnose.All(catalogue, evidence));
    }

    /// <summary>Looks once and tells what is there, mending nothing.</summary>
    /// <param name="beforeStart">As for <see cref="HealAsync"/>.</param>
    /// <param name="stop">Breaks off.</param>
    public async Task<HealingReport> LookOnlyAsync(bool beforeStart, CancellationToken stop) =>
        ReportOn(await LookAsync(FaultsOf(beforeStart), stop).ConfigureAwait(false));

    /// <summary>
    /// Looks once more for what was acted on: only the detectors that saw it may say that it is gone. Some read the engine's own verdict on a
    /// service, which is as old as its last probe, so what is still seen is looked at again for a while.
    /// </summary>
    public async Task<HealingReport> VerifyAsync(CancellationToken stop)
    {
        var faults = _tried.Keys.Select(finding => finding.Fault).ToHashSet();
        for (var began = clock.GetTimestamp(); ; await Task.Delay(BetweenLooks, clock, stop).ConfigureAwait(false))
        {
            var judgement = await LookAsync([.. catalogue.Where(fault => faults.Contains(fault.Id))], stop).ConfigureAwait(false);
            NoteMended(judgement.Cases);
            var report = ReportOn(judgement);
            if (!report.Left.Any(left => left.Tried.Count > 0 && left.Tried.All(tried => tried.Receipt.Done)) || clock.GetElapsedTime(began) > ForTheEngine)
            {
                return report;
            }
        }
    }

    /// <summary>Goes round until it no longer helps.</summary>
    /// <param name="beforeStart">True to look only for what is wrong before anything is started, and at no container of an earlier run.</param>
    /// <param name="stop">Breaks off.</param>
    public async Task<HealingReport> HealAsync(bool beforeStart, CancellationToken stop)
    {
        var faults = FaultsOf(beforeStart);
        for (var round = 1; ; round++)
        {
            stage.Tell(new PhaseBegan(stage.Now, RunPhase.Look));
            var judgement = await LookAsync(faults, stop).ConfigureAwait(false);
            stage.Tell(new PhaseEnded(stage.Now, RunPhase.Look));
            NoteMended(judgement.Cases);

            // The last round only looks, so that what is told is what is there.
            var plan = PlanOf(judgement);
            if (plan.Count == 0 || round == MostRounds || _movedSinceAttempt)
            {
                return ReportOn(judgement);
            }

            if (!beforeStart)
            {
                // With its root it may be gone; the next start tells.
                _waitsForAttempt.UnionWith(judgement.Follows.Keys);
            }

            stage.Tell(new PhaseBegan(stage.Now, RunPhase.Mend));
            foreach (var (finding, remedy) in plan)
            {
                await MendAsync(finding, remedy, stop).ConfigureAwait(false);
            }

            stage.Tell(new PhaseEnded(stage.Now, RunPhase.Mend));
        }
    }

    private IReadOnlyList<Fault> FaultsOf(bool beforeStart)
    {
        const Needs AfterStart = Needs.Containers | Needs.Attempt;
        return beforeStart ? [.. catalogue.Where(fault => (fault.Needs & AfterStart) == 0)] : catalogue;
    }

    // What changed is told beside whatever is left, so no fault has to ask for it.
    private static Needs NeedsOf(IEnumerable<Fault> faults) => Diagnose.NeedsOf(faults) | Needs.Changes;

    private async Task<Judgement> LookAsync(IReadOnlyList<Fault> faults, CancellationToken stop)
    {
        var evidence = await observer.LookAsync(NeedsOf(faults), stop).ConfigureAwait(false);
        _changes = evidence.Changes.Known ?? _changes;
        return Diagnose.All(faults, _doneSinceAttempt ? evidence with { Attempt = Reading.Blind<AttemptFacts>("nothing was started since something was mended") } : evidence);
    }

    private List<(Finding Finding, Remedy Remedy)> PlanOf(Judgement judgement) =>
    [
        .. from found in judgement.Cases
           from finding in found.Findings
           where !judgement.Follows.ContainsKey(finding) && !_waitsForAttempt.Contains(finding) && !_tried.ContainsKey(finding)
           let remedy = found.Fault.Mend(finding)
           where remedy.Acts.Count > 0
           orderby remedy.Acts.Max(act => act.Risk)
           select (finding, remedy),
    ];

    private async Task MendAsync(Finding finding, Remedy remedy, CancellationToken stop)
    {
        stage.Tell(new FaultFound(stage.Now, finding));
        var done = _tried[finding] = [];
        foreach (var act in remedy.Acts)
        {
            // What another finding of this run has led to is neither done nor told twice.
            var before = _tried.Values.SelectMany(acts => acts).FirstOrDefault(earlier => earlier.Act.Equals(act));
            var receipt = before?.Receipt ?? await DoAsync(finding, act, stop).ConfigureAwait(false);
            done.Add(before ?? new DoneAct(act, receipt));
            if (before is null)
            {
                stage.Tell(new ActEnded(stage.Now, finding, act, receipt.Done, receipt.Says, receipt.Undo));
            }

            if (!receipt.Done)
            {
                break;
            }
        }
    }

    private async Task<Receipt> DoAsync(Finding finding, Act act, CancellationToken stop)
    {
        if (hands.FirstOrDefault(candidate => candidate.Takes(act)) is not { } hand)
        {
            return new Receipt(false, "nothing here can do that");
        }

        var service = finding.Service ?? finding.Subject;
        if (_budget.Refusal(service, act) is { } spent)
        {
            return new Receipt(false, spent);
        }

        if (act.Risk is not Risk.Safe && !await consent.AllowsAsync(act, stop).ConfigureAwait(false))
        {
            return new Receipt(false, $"not done without consent: run the same command with {act.AllowedBy} to allow it");
        }

        await _budget.PauseAsync(service, act, stop).ConfigureAwait(false);
        long entry;
        try
        {
            entry = journal.Begin(finding, act);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, $"not done, since the journal cannot be kept: {refusal.Message}");
        }

        stage.Tell(new ActBegan(stage.Now, act));
        var receipt = new Receipt(false, "interrupted");
        try
        {
            receipt = await hand.DoAsync(act, text => stage.Tell(new CommandSaid(stage.Now, text)), stop).ConfigureAwait(false);
            ActsDone += receipt.Done ? 1 : 0;
            _budget.Spend(service, act);
            _doneSinceAttempt |= receipt is { Done: true, OnlyWaited: false };
            // Containers that come and go hold ports and miss each other: what is seen then is no fault.
            _movedSinceAttempt |= receipt.Done && act is (RestartService or RemakeService or VolumeAct);
            overlay.Add([.. receipt.Overlay.Select(line => line with { Fault = finding.Fault })]);
        }
#pragma warning disable CA1031 // A hand that fails leaves its finding in place; the rest of the run goes on, and the journal says so.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            receipt = new Receipt(false, failure.Message);
        }
        finally
        {
            journal.End(entry, receipt);
        }

        return receipt;
    }

    private void NoteMended(IReadOnlyList<Case> cases)
    {
        // A blind detector cannot say "clear", so what it saw before is neither mended nor left: it is told as blind.
        var seen = cases.SelectMany(found => found.Findings).ToHashSet(new SameFinding());
        var blind = cases.Where(found => found.Diagnosis is Diagnosis.Blind or Diagnosis.Unasked).Select(found => found.Fault.Id).ToHashSet();
        _mended.RemoveAll(mended => seen.Contains(mended.Finding));
        foreach (var (finding, acts) in _tried)
        {
            var known = _mended.Exists(mended => new SameFinding().Equals(mended.Finding, finding));
            if (!known && !seen.Contains(finding) && !blind.Contains(finding.Fault) && acts.Exists(act => act.Receipt.Done))
            {
                _mended.Add(new MendedFinding(finding, acts));
            }
        }
    }

    private HealingReport ReportOn(Judgement judgement)
    {
        var left = from found in judgement.Cases
                   from finding in found.Findings
                   let tried = _tried.GetValueOrDefault(finding) ?? []
                   select new LeftFinding(tried.Exists(one => one.Receipt.OnlyWarns) ? finding with { OnlyWarns = true } : finding, found.Fault.Mend(finding).Advice, tried)
                   {
                       FollowsFrom = judgement.Follows.GetValueOrDefault(finding),
                   };
        var blind = from found in judgement.Cases
                    let why = (found.Diagnosis as Diagnosis.Blind)?.Why
                    where why is not null
                    group found.Fault.Id by why into spot
                    select new BlindSpot(spot.Key, [.. spot]);

        var report = new HealingReport([.. _mended], [.. left.OrderBy(one => one.FollowsFrom is null ? 0 : 1)], [.. blind]) { Changes = _changes };
        return discreet.Of(report);
    }

    /// <summary>Two sightings are the same finding when fault and subject are, whatever the words.</summary>
    private sealed class SameFinding : IEqualityComparer<Finding>
    {
        public bool Equals(Finding? x, Finding? y) => x?.Fault == y?.Fault && x?.Subject == y?.Subject;

        public int GetHashCode(Finding obj) => HashCode.Combine(obj.Fault, obj.Subject);
    }
}
