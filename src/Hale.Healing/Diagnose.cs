using Hale.Kernel.Faults;

namespace Hale.Healing;

/// <summary>From evidence to cases: pure, and in no order that matters.</summary>
public static class Diagnose
{
    public static Judgement All(IEnumerable<Fault> catalogue, Evidence evidence)
    {
        var cases = GeneralGivesWay(
        [
            .. catalogue
                .Select(fault => new Case(fault, fault.Detect(evidence)))
                .Where(found => found.Diagnosis is not Diagnosis.Clear),
        ]);
        var follows = Causality.Of(cases, evidence.Model.Known?.Stack);
        return new Judgement([.. cases.OrderBy(found => found.Findings.Count > 0 && found.Findings.All(follows.ContainsKey) ? 1 : 0).ThenBy(found => found.Fault.Id, StringComparer.Ordinal)], follows);
    }

    public static Needs NeedsOf(IEnumerable<Fault> catalogue) =>
        catalogue.Aggregate(Needs.None, (sum, fault) => sum | fault.Needs);

    private static List<Case> GeneralGivesWay(List<Case> cases)
    {
        var explained = cases.Where(found => !found.Fault.IsGeneral).SelectMany(found => found.Findings).Where(finding => !finding.OnlyWarns).Select(ServiceOf).ToHashSet();
        return
        [
            .. cases
                .Select(found => found is { Fault.IsGeneral: true, Diagnosis: Diagnosis.Seen }
                    ? found with { Diagnosis = Diagnosis.Present([.. found.Findings.Where(finding => !IsExplained(finding))]) }
                    : found)
                .Where(found => found.Diagnosis is not Diagnosis.Clear),
        ];

        bool IsExplained(Finding finding) => explained.Contains(ServiceOf(finding)) || (finding.Subject == Finding.WholeStack && explained.Count > 0);
    }

    private static string ServiceOf(Finding finding) => finding.Service ?? finding.Subject;
}
