using Hale.Cli.Runs;
using Hale.Kernel.Runs;

namespace Hale.Cli.Output.Summaries;

/// <summary>What is said when a run has ended. The last line is the verdict.</summary>
internal sealed class RunSummary(Page page, RunReport report, RunView view)
{
    private const int MostTailLines = 10;

    /// <summary>All of it.</summary>
    public void Full(RunKind kind)
    {
        var healing = new HealingSummary(page);
        healing.Mended(report.Healing);
        if (kind is not RunKind.Down)
        {
            Substituted();
        }

        Failed();
        healing.Left(report.Healing);
        healing.Blind(report.Healing);
        List("would", report.WouldDo);
        List("kept", report.Kept);
        if (kind is RunKind.Up)
        {
            Times();
            Urls();
        }

        page.Gap();
        Headline(kind);
        page.Flush();
    }

    /// <summary>Only what is wrong, and the verdict.</summary>
    public void Short(RunKind kind)
    {
        Failed();
        var healing = new HealingSummary(page);
        healing.Left(report.Healing);
        if (report.Verdict is Verdict.CannotTell)
        {
            healing.Blind(report.Healing);
        }

        Headline(kind);
        page.Flush();
    }

    private void Headline(RunKind kind)
    {
        var paint = report.Verdict switch
        {
            Verdict.Good => page.Paint.Good,
            Verdict.Interrupted or Verdict.CannotTell => page.Paint.Warn,
            _ => (Func<string, string>)page.Paint.Bad,
        };
        page.Say(Headlines.Of(kind, report), 0, paint);
    }

    private void Substituted()
    {
        var used = Substitutions.Of(report.Overlay);
        if (used.Count == 0)
        {
            return;
        }

        page.Gap();
        page.Say("in place of what the project names (`hale overlay` shows it, `hale overlay --clear` drops it)", 0, page.Paint.Strong);
        foreach (var line in used)
        {
            page.Say($"{line.Named} -> {line.Used}, for {string.Join(", ", line.Services)}", 1, page.Paint.Warn);
            page.Say(line.Because, 2);
        }
    }

    private void Failed()
    {
        if (report.Outcome is not { } outcome)
        {
            return;
        }

        foreach (var service in outcome.Services.Where(service => service.Phase is ServicePhase.Failed))
        {
            page.Gap();
            page.Say($"{service.Service} failed{(service.Says.Length > 0 ? $": {service.Says}" : "")}", 0, page.Paint.Bad);
            foreach (var line in service.Tail.TakeLast(MostTailLines))
            {
                page.Painted("  | " + Layout.Cut(Clean.Line(line), Math.Max(20, (page.Width ?? 200) - 4)));
            }

            var waiting = WaitingFor(service.Service, outcome);
            if (waiting.Count > 0)
            {
                page.Say($"{string.Join(", ", waiting)} {(waiting.Count == 1 ? "waits" : "wait")} for it", 1);
            }

            page.Verbatim($"hale logs {service.Service}", 1);
        }

        if (outcome.Refusal is { } refusal)
        {
            page.Gap();
            foreach (var line in refusal.Split('\n').Where(line => line.Trim().Length > 0))
            {
                page.Say(line, 0, page.Paint.Bad);
            }
        }
    }

    private List<string> WaitingFor(string failed, Outcome outcome) =>
    [
        .. outcome.Services.Where(service => !service.Good && service.WaitedFor.Contains(failed)).Select(service => service.Service)
            .Union(view.Services.Where(row => row.Phase is ServicePhase.Waiting && row.WaitsFor.Contains(failed)).Select(row => row.Service)),
    ];

    private void Times()
    {
        var phases = view.Phases.Where(phase => phase.Total >= TimeSpan.FromMilliseconds(1)).Select(phase => $"{Words.Of(phase.Phase)} {Words.Of(phase.Total)}").ToList();
        var chain = CriticalPath.Of(report.Outcome);
        if (phases.Count == 0 || chain.Count == 0)
        {
            return;
        }

        page.Gap();
        page.Say($"time by phase: {string.Join(", ", phases)}");
        page.Say($"slowest chain: {Words.Of(chain[0].Started)} before it, {string.Join(", then ", chain.Select(link => $"{link.Service} {Words.Of(link.Took)}"))}");
    }

    private void Urls()
    {
        var rows = (report.Outcome?.Services ?? [])
            .Where(service => service.Good)
            .Select(service => (service.Service, Where: Addresses.Of(service.Ports)))
            .Where(row => row.Where.Count > 0)
            .Select(row => (IReadOnlyList<Cell>)[new Cell(row.Service), new Cell(string.Join("  ", row.Where), page.Paint.Busy)])
            .ToList();
        if (rows.Count > 0)
        {
            page.Gap();
            page.Table(rows);
        }
    }

    private void List(string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        page.Gap();
        page.Say(heading, 0, page.Paint.Strong);
        foreach (var line in lines)
        {
            page.Say(line, 1);
        }
    }
}
