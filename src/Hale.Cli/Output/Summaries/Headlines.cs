using Hale.Cli.Runs;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Summaries;

/// <summary>The kinds of run that are summed up.</summary>
internal enum RunKind
{
    Up,
    DryRun,
    Down,
}

/// <summary>The one line that tells how a run ended.</summary>
internal static class Headlines
{
    public static string Of(RunKind kind, RunReport report) => (kind, report.Verdict) switch
    {
        (_, Verdict.Interrupted) => $"{Name(report)} was interrupted after {Words.Of(report.Took)}",
        (RunKind.DryRun, Verdict.Good) => "nothing was changed: this was a dry run",
        (RunKind.DryRun, Verdict.CannotTell) => "nothing was changed: this was a dry run, and not everything could be seen",
        (RunKind.DryRun, _) => $"nothing was changed: this was a dry run, and the stack is not healthy as it is{Because(report)}",
        (RunKind.Down, Verdict.Good) => $"{Name(report)} is down in {Words.Of(report.Took)}",
        (RunKind.Down, _) => $"{Name(report)} is not down after {Words.Of(report.Took)}",
        (_, Verdict.Good) => $"{Name(report)} is healthy in {Words.Of(report.Took)}: {Counted(report)}",
        (_, Verdict.CannotTell) => $"{Name(report)} could not be judged after {Words.Of(report.Took)}",
        _ => $"{Name(report)} is not healthy after {Words.Of(report.Took)}{Because(report)}",
    };

    private static string Name(RunReport report) => report.Project ?? "the stack";

    private static string Counted(RunReport report)
    {
        var services = report.Outcome?.Services ?? [];
        var ready = services.Count(service => service.Phase is ServicePhase.Ready);
        var completed = services.Count(service => service.Phase is ServicePhase.Completed);
        var counted = $"{Words.Count(ready, "service")} ready{(completed > 0 ? $", {completed} completed" : "")}";
        var idle = !services.Any(service => service.StartedNow) && report.Healing is not { Mended.Count: > 0 };
        return idle ? $"nothing to do, {counted}" : counted;
    }

    private static string Because(RunReport report)
    {
        var failed = (report.Outcome?.Services ?? []).Where(service => service.Phase is ServicePhase.Failed).Select(service => service.Service).ToList();
        var left = report.Healing?.Left.Count(left => !left.Finding.OnlyWarns && left.FollowsFrom is null) ?? 0;
        return (failed.Count, left) switch
        {
            ( > 0, _) => $": {string.Join(", ", failed)} failed",
            (_, > 0) => $": {Words.Count(left, "finding")} left",
            _ => "",
        };
    }
}
