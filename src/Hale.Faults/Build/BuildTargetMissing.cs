using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The Compose file builds a stage that the Dockerfile does not have.</summary>
public sealed partial class BuildTargetMissing : RefusedBuildFault
{
    private const string FileFact = "file";

    public override string Id => "build-target-missing";

    public override string Title => "The Compose file builds a stage that the Dockerfile does not have";

    public override string Page => """
        `build: target:` in the Compose file names a stage that no `FROM … AS` of the Dockerfile makes.

        ## What we look at
        BuildKit's refusal, which names the stage.

        ## Why it happens
        The stage was renamed in one file and not in the other, or the Compose file names another Dockerfile than the one with that stage.

        ## What mends it
        A person: the name of the stage under `build: target:`, or none, which builds the last stage.

        ## When it is not this
        A stage that is misspelt inside the Dockerfile is taken for an image: `build-stage-typo`.
        """;

    private protected override Regex Refusal => NoStage();

    private protected override Finding? Find(RefusedBuild refused, Match refusal)
    {
        var file = refused.Source?.Dockerfile ?? "the Dockerfile";
        return new Finding(Id, refused.Service, $"{refused.Says} asks for the stage '{refusal.Groups[1].Value}', which {file} does not have")
        {
            Facts = new Dictionary<string, string> { [FileFact] = file },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        $"grep -niE '^FROM .+ AS ' {finding.Facts[FileFact]}",
        $"in the Compose file, under build: of '{finding.Subject}': target: one of these names");

    // ERROR: failed to solve: target stage "prod" could not be found
    [GeneratedRegex("target stage \"?([^\\s\"]+)\"? could not be found")]
    private static partial Regex NoStage();
}
