using Hale.Cli.Output.Summaries;
using Hale.Cli.Runs;
using Hale.Healing;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Json;

/// <summary>Makes the last record of a command.</summary>
internal static class Results
{
    public static ResultRecord Of(string command, RunReport report, RunView view) => new()
    {
        Command = command,
        Verdict = Words.Of(report.Verdict),
        ExitCode = (int)report.Verdict,
        Project = report.Project,
        Took = JsonLines.Seconds(report.Took),
        Refusal = report.Outcome?.Refusal,
        Services = [.. (report.Outcome?.Services ?? []).Select(Of)],
        Mended = Mended(report.Healing),
        Left = Left(report.Healing),
        Blind = Blind(report.Healing),
        Changes = Changes(report.Healing),
        Instead = [.. Substitutions.Of(report.Overlay).Select(used => new InsteadResult(used.Named, used.Used, used.Services, used.Because, used.Fault))],
        WouldDo = report.WouldDo,
        Kept = report.Kept,
        Phases = [.. view.Phases.Select(phase => new PhaseResult(Words.Of(phase.Phase), JsonLines.Seconds(phase.Total)))],
        CriticalPath = [.. CriticalPath.Of(report.Outcome).Select(link => new LinkResult(link.Service, JsonLines.Seconds(link.Took)))],
    };

    public static ResultRecord Of(string command, Verdict verdict, HealingReport? healing = null, string? project = null) => new()
    {
        Command = command,
        Verdict = Words.Of(verdict),
        ExitCode = (int)verdict,
        Project = project,
        Mended = Mended(healing),
        Left = Left(healing),
        Blind = Blind(healing),
        Changes = Changes(healing),
    };

    public static ProblemRecord Of(Problem problem) => new(
        problem.Says, problem.File, problem.Line, problem.Advice, problem.Seen, Words.Of(problem.Verdict), (int)problem.Verdict);

    public static KeeperRecord Of(KeeperReport keeper) => keeper.Pid is null
        ? new KeeperRecord(false, null, null, null, null, keeper.Lost, keeper.Log)
        : new KeeperRecord(true, keeper.Pid, keeper.Since, keeper.Mended, keeper.Left, null, keeper.Log);

    private static ServiceResult Of(ServiceOutcome service) => new()
    {
        Service = service.Service,
        Phase = Words.Of(service.Phase),
        Good = service.Good,
        Says = service.Says,
        StartedNow = service.StartedNow,
        Started = service.Started is { } started ? JsonLines.Seconds(started) : null,
        Ready = service.Ready is { } ready ? JsonLines.Seconds(ready) : null,
        WaitedFor = service.WaitedFor,
        Addresses = Addresses.Of(service.Ports),
        Tail = service.Tail,
    };

    private static IReadOnlyList<MendedResult> Mended(HealingReport? healing) =>
        [.. (healing?.Mended ?? []).Select(mended => new MendedResult(mended.Finding.Fault, mended.Finding.Subject, mended.Finding.Says, Acts(mended.Acts)))];

    private static IReadOnlyList<LeftResult> Left(HealingReport? healing) =>
    [
        .. (healing?.Left ?? []).Select(left => new LeftResult(
            left.Finding.Fault, left.Finding.Subject, left.Finding.Says, left.Finding.OnlyWarns, left.FollowsFrom?.Fault, left.Advice, Acts(left.Tried))),
    ];

    private static ChangesResult? Changes(HealingReport? healing) =>
        healing is { MayGoOn: false, Changes: { HealthyAt: { } since, Changes: var what } } ? new ChangesResult(since, what) : null;

    private static IReadOnlyList<BlindResult> Blind(HealingReport? healing) =>
        [.. (healing?.Blind ?? []).Select(blind => new BlindResult(blind.Why, blind.Faults))];

    private static IReadOnlyList<ActResult> Acts(IReadOnlyList<DoneAct> acts) =>
        [.. acts.Select(done => new ActResult(done.Act.Says, Words.Of(done.Act.Risk), done.Receipt.Done, done.Receipt.Says, done.Receipt.Undo))];
}
