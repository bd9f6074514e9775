using Hale.Kernel.Faults;

namespace Hale.Healing;

/// <summary>Takes the project's secrets out of a report: a fault that the project describes may name one in its cause, its advice or its command.</summary>
/// <param name="redact">Takes the secrets out of a text, and what looks like one.</param>
/// <param name="known">Takes out only the secrets that are known, since advice shows where a new one belongs.</param>
public sealed class DiscreetReport(Func<string, string> redact, Func<string, string> known)
{
    public HealingReport Of(HealingReport report)
    {
        // Whoever tells a report knows by reference that an act served two findings.
        var told = report.Mended.SelectMany(mended => mended.Acts).Concat(report.Left.SelectMany(left => left.Tried))
            .Distinct<DoneAct>(ReferenceEqualityComparer.Instance)
            .ToDictionary<DoneAct, DoneAct, DoneAct>(done => done, Of, ReferenceEqualityComparer.Instance);
        return report with
        {
            Mended = [.. report.Mended.Select(mended => new MendedFinding(Of(mended.Finding), [.. mended.Acts.Select(done => told[done])]))],
            Left =
            [
                .. report.Left.Select(left => new LeftFinding(Of(left.Finding), [.. left.Advice.Select(known)], [.. left.Tried.Select(done => told[done])])
                {
                    FollowsFrom = left.FollowsFrom is { } root ? Of(root) : null,
                }),
            ],
            Blind = [.. report.Blind.Select(spot => spot with { Why = redact(spot.Why) })],
        };
    }

    private Finding Of(Finding finding) => finding with { Says = redact(finding.Says) };

    private DoneAct Of(DoneAct done) => new(done.Act.Told(redact), done.Receipt with { Says = redact(done.Receipt.Says) });
}
