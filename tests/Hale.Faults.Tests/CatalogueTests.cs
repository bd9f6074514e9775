using Hale.Healing;
using Hale.Kernel.Faults;

namespace Hale.Faults.Tests;

/// <summary>Every recorded evidence is read by the whole catalogue: nothing may lie off the diagonal.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var one in EvidenceCase.All)
            {
                cases.Add(one.Fault, one.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evidence_is_diagnosed_as_its_own_fault_and_as_no_other(string fault, string name)
    {
        var recorded = new EvidenceCase(fault, name);
        var (cases, follows) = Diagnose.All(Catalogue.All, recorded.Read());
        var own = cases.SingleOrDefault(found => found.Fault.Id == fault);
        var others = cases.Where(found => found.Fault.Id != fault && found.Findings.Any(finding => !follows.ContainsKey(finding))).Select(found => found.Fault.Id).ToList();

        recorded.Approve(VerdictOf(fault, cases));
        switch (recorded.Kind)
        {
            case "seen":
                Assert.NotEmpty(own?.Findings ?? []);
                Assert.Empty(others);
                Assert.DoesNotContain(own!.Findings, follows.ContainsKey);
                break;
            case "clear":
                Assert.True(own is null, $"{fault} is {own?.Diagnosis}");
                break;
            case "blind":
                Assert.IsType<Diagnosis.Blind>(own?.Diagnosis);
                break;
            default:
                Assert.Fail($"{name} begins with none of seen-, clear-, blind-");
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_finding_has_a_remedy_or_says_what_to_do(string fault, string name)
    {
        var known = Catalogue.All.Single(candidate => candidate.Id == fault);
        if (known.Detect(new EvidenceCase(fault, name).Read()) is Diagnosis.Seen seen)
        {
            Assert.All(seen.Findings, finding =>
            {
                var remedy = known.Mend(finding);
                Assert.True(remedy.Acts.Count + remedy.Advice.Count > 0, $"{fault} has neither remedy nor advice");
                Assert.DoesNotContain('!', finding.Says.Replace("!=", "", StringComparison.Ordinal));
            });
        }
    }

    private static IEnumerable<string> Told(Fault fault, Finding finding)
    {
        var remedy = fault.Mend(finding);
        return
        [
            $"{fault.Id} {finding.Subject}: {finding.Says}{(finding.OnlyWarns ? " (a warning)" : "")}",
            .. remedy.Acts.Select(act => $"  would {act.Says} ({act.Risk.ToString().ToLowerInvariant()})"),
            .. remedy.Advice.Select(line => $"  by hand: {line}"),
        ];
    }

    // The same evidence must stay the same verdict however many faults join the catalogue: of what cannot be told only the own fault is told.
    private static string VerdictOf(string fault, IReadOnlyList<Case> cases)
    {
        var lines = cases.SelectMany(found => found.Diagnosis switch
        {
            Diagnosis.Seen seen => seen.Findings.SelectMany(finding => Told(found.Fault, finding)),
            Diagnosis.Blind blind when found.Fault.Id == fault => [$"cannot tell {fault}: {blind.Why}"],
            _ => [],
        }).ToList();
        return string.Join('\n', lines.Count > 0 ? lines : ["clear"]) + "\n";
    }
}
