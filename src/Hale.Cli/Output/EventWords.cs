using System.Globalization;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output;

/// <summary>The sentence for something that happened, and how much it matters. The wording is kept stable: scripts read it.</summary>
internal static class EventWords
{
    private static readonly TimeSpan LongStep = TimeSpan.FromSeconds(1);

    /// <summary>The sentence, clean; null when the event is not worth a line at all.</summary>
    public static string? Sentence(RunEvent happened) => happened switch
    {
        ServiceMoved moved => Of(moved),
        BuildStepEnded step => Clean.Line($"{step.Service ?? "build"}: {Named(step)} {(step.Cached ? "(cached)" : $"took {Words.Of(step.Took)}")}"),
        FaultFound { Finding: var finding } => Clean.Line($"found {finding.Fault} ({finding.Subject}): {finding.Says}"),
        ActEnded { Done: true } act => Clean.Line($"did: {act.Act.Says}{Then(act.Says)}"),
        ActEnded act => Clean.Line($"did not {act.Act.Says}{Then(act.Says)}"),
        Noted note => Clean.Line(note.Text),
        CommandSaid said => Clean.Line($"| {said.Text}"),
        _ => null,
    };

    /// <summary>The sentence for a service of which nothing new was heard for a while.</summary>
    public static string StillOnItsWay(ServiceRow row, TimeSpan now) =>
        Clean.Line($"{row.Service}: still {Words.Of(row.Phase)} after {Words.Of(now - row.Since)}{(row.Detail.Length > 0 ? $", {row.Detail}" : "")}");

    /// <summary>The sentence behind the time at which it happened.</summary>
    public static string Stamped(TimeSpan at, string sentence) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,6:0.0} s  {sentence}");

    /// <summary>How much the event matters to somebody who reads along.</summary>
    public static Weight Of(RunEvent happened) => happened switch
    {
        FaultFound or ActEnded or Noted => Weight.Told,
        ServiceMoved { Phase: ServicePhase.Failed } => Weight.Told,
        ServiceMoved { Phase: ServicePhase.Waiting, WaitsFor.Count: 0 } => Weight.Detail,
        ServiceMoved { Phase: ServicePhase.Creating or ServicePhase.Probing } => Weight.Detail,
        ServiceMoved => Weight.Step,
        BuildStepEnded step => !step.Cached && step.Took >= LongStep ? Weight.Step : Weight.Detail,
        _ => Weight.Detail,
    };

    private static string Of(ServiceMoved moved) => moved switch
    {
        { Phase: ServicePhase.Waiting, WaitsFor.Count: > 0 } => Clean.Line($"{moved.Service}: waits for {string.Join(", ", moved.WaitsFor)}"),
        _ => Clean.Line($"{moved.Service}: {Words.Of(moved.Phase)}{(moved.Detail.Length > 0 ? $", {moved.Detail}" : "")}"),
    };

    // BuildKit's names repeat the service in brackets: "[api build 3/7] RUN npm ci".
    private static string Named(BuildStepEnded step) =>
        step.Service is { } service && step.Step.StartsWith($"[{service} ", StringComparison.Ordinal)
            ? $"[{step.Step[(service.Length + 2)..]}"
            : step.Step;

    private static string Then(string says) => says.Length > 0 ? $": {says}" : "";
}

/// <summary>How much a line matters.</summary>
internal enum Weight
{
    /// <summary>Only with <c>--verbose</c>.</summary>
    Detail,

    /// <summary>A step of a service: a line where lines are printed, a row where a view is drawn.</summary>
    Step,

    /// <summary>A line in every case.</summary>
    Told,
}
