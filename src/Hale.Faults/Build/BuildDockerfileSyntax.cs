using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>BuildKit cannot read the Dockerfile.</summary>
public sealed partial class BuildDockerfileSyntax : RefusedBuildFault
{
    private const string PlaceFact = "place";

    public override string Id => "build-dockerfile-syntax";

    public override string Title => "The Dockerfile cannot be read";

    public override string Page => """
        An instruction of the Dockerfile lacks something or is written in another way than BuildKit reads it, or the file holds no stage.

        ## What we look at
        BuildKit's refusal: it names the line and what is wrong with it.

        ## Why it happens
        A `COPY` without its target, a flag that does not exist, a heredoc that does not end, a file without `FROM`, or an empty file.

        ## What mends it
        A person, in that line.

        ## When it is not this
        A word that is no instruction at all is `build-instruction-typo`.
        """;

    private protected override Regex Refusal => Unreadable();

    private protected override Finding? Find(RefusedBuild refused, Match refusal)
    {
        var place = refusal.Groups["line"] is { Success: true } line ? $"{refused.Source?.Dockerfile ?? "the Dockerfile"} line {line.Value}" : refused.Place;
        var what = refusal.Groups["what"].Value switch
        {
            "the Dockerfile cannot be empty" => "it holds no instruction",
            "no build stage in current context" => "an instruction comes before the first FROM",
            var other => other,
        };
        return new Finding(Id, refused.Service, $"{place} cannot be read: {what}") { Facts = new Dictionary<string, string> { [PlaceFact] = place } };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"correct {finding.Facts[PlaceFact]}");

    // failed to solve: dockerfile parse error on line 2: COPY requires at least two arguments, but only one was provided. …
    // failed to solve: the Dockerfile cannot be empty      failed to solve: no build stage in current context
    [GeneratedRegex(@"dockerfile parse error (?:on )?line (?<line>\d+): (?!unknown instruction)(?<what>.+?)(?:\. |$)|failed to solve: (?<what>the Dockerfile cannot be empty|no build stage in current context)")]
    private static partial Regex Unreadable();
}
