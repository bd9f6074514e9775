using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>The name of a base image is incomplete, since a build argument has no value.</summary>
public sealed partial class BuildArgBlank : RefusedBuildFault
{
    public override string Id => "build-arg-blank";

    public override string Title => "A base image's name is incomplete, since a build argument has no value";

    public override string Page => """
        A `FROM` is written with a build argument that has no value, so that what is left is no image name.

        ## What we look at
        BuildKit's refusal, which shows the name as it came out.

        ## Why it happens
        An `ARG` before the first `FROM` has no default, and the Compose file does not pass a value; or it passes on a variable of `.env`
        that is not set.

        ## What mends it
        A person: a default in the Dockerfile (`ARG VERSION=3.13`), or a value under `build: args:`.

        ## When it is not this
        A name that is complete and that no registry has is `registry-manifest-unknown`.
        """;

    private protected override Regex Refusal => NoName();

    private protected override Finding? Find(RefusedBuild refused, Match refusal) =>
        new(Id, refused.Service, $"{refused.Place} builds on the image '{refusal.Groups[1].Value}', which is incomplete: a build argument in it has no value");

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "give the ARG a default before the first FROM of the Dockerfile: ARG VERSION=…",
        $"or a value in the Compose file, under build: of '{finding.Subject}': args: {{VERSION: …}}");

    // failed to parse stage name "python:": invalid reference format      base name (${PYV}) should not be blank
    [GeneratedRegex("failed to parse stage name \"([^\"]*)\": invalid reference format|base name \\(([^)]*)\\) should not be blank")]
    private static partial Regex NoName();
}
