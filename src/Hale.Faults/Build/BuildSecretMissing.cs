using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A build step needs a build secret that it is not given.</summary>
public sealed partial class BuildSecretMissing : BuildFault
{
    private const string SecretFact = "secret";

    public override string Id => "build-secret-missing";

    public override string Title => "A build step needs a secret that it is not given";

    public override string Page => """
        A `RUN --mount=type=secret,required=true` asks for a build secret that the Compose file does not pass on.

        ## What we look at
        BuildKit's refusal, which names the secret by its id.

        ## Why it happens
        The secret is passed on the command line elsewhere, for example in the pipeline, and the Compose file lacks it.

        ## What mends it
        A person: the secret under `secrets:` of the Compose file, from a file or from a variable, and its name under `build: secrets:`.

        ## When it is not this
        A secret of a running service is another thing: Compose names its file when that is missing.
        """;

    private protected override Regex Line => Missing();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) => step.Service is { } service
        ? new Finding(Id, service, $"the secret '{line.Groups[1].Value}' is not passed to the build of {Place(step)}")
        {
            Facts = new Dictionary<string, string> { [SecretFact] = line.Groups[1].Value },
        }
        : null;

    public override Remedy Mend(Finding finding)
    {
        var secret = finding.Facts[SecretFact];
        return Remedy.ByHand(
            $"in the Compose file, at the top level: secrets: {{{secret}: {{environment: {secret.ToUpperInvariant().Replace('-', '_')}}}}}",
            $"and under build: of '{finding.Subject}': secrets: [{secret}]");
    }

    // secret npmrc: not found
    [GeneratedRegex(@"^secret (\S+): not found$")]
    private static partial Regex Missing();
}
