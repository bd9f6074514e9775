using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A line of the Dockerfile begins with a word that is no instruction.</summary>
public sealed partial class BuildInstructionTypo : RefusedBuildFault
{
    private const string PlaceFact = "place";
    private const string MeantFact = "meant";

    public override string Id => "build-instruction-typo";

    public override string Title => "A line of the Dockerfile begins with an unknown instruction";

    public override string Page => """
        A line of the Dockerfile begins with a word that is no instruction.

        ## What we look at
        BuildKit's refusal: it names the line and the word, and often the instruction that was meant.

        ## Why it happens
        A slip of the pen, a line before it that should end with a backslash and does not, or the markers of a merge that was not finished.

        ## What mends it
        A person, in that line or the one before it.

        ## When it is not this
        An instruction that is known and wrongly written is `build-dockerfile-syntax`.
        """;

    private protected override Regex Refusal => Unknown();

    private protected override Finding? Find(RefusedBuild refused, Match refusal)
    {
        var (line, word, meant) = (refusal.Groups[1].Value, refusal.Groups[2].Value, refusal.Groups[3].Value);
        var place = $"{refused.Source?.Dockerfile ?? "the Dockerfile"} line {line}";
        var why = word.StartsWith('<') || word.StartsWith('=') || word.StartsWith('>') ? ", the marker of a merge that was not finished" : meant.Length > 0 ? $"; {meant} may be meant" : "";
        return new Finding(Id, refused.Service, $"{place} begins with '{word}', which is no instruction{why}")
        {
            Facts = new Dictionary<string, string> { [PlaceFact] = place, [MeantFact] = meant },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(finding.Facts[MeantFact] is { Length: > 0 } meant
        ? $"in {finding.Facts[PlaceFact]}, write {meant}"
        : $"correct {finding.Facts[PlaceFact]}, or end the line before it with a backslash when it goes on");

    // ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: RUM (did you mean RUN?)
    [GeneratedRegex(@"dockerfile parse error (?:on )?line (\d+): unknown instruction: (\S+)(?: \(did you mean (\w+)\?\))?")]
    private static partial Regex Unknown();
}
