using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>A Dockerfile needs BuildKit, and it is turned off.</summary>
public sealed partial class BuildkitDisabled : StartFault
{
    public override string Id => "buildkit-disabled";

    public override string Title => "BuildKit is turned off, and a Dockerfile needs it";

    public override IReadOnlyList<string> Causes => ["run-start-refused"];

    public override string Page => """
        `DOCKER_BUILDKIT=0` makes Docker build with its old builder, which knows no `RUN --mount` and no named contexts.

        ## What we look at
        The builder's refusal, and the variable.

        ## Why it happens
        The variable was once exported to get round something, in a profile of the shell or in CI.

        ## What mends it
        Hale is run without the variable.

        ## When it is not this
        Without the buildx plugin it is `buildx-missing`.
        """;

    public override Needs Needs => base.Needs | Needs.Tools;

    private protected override Regex Refusal => Said();

    private protected override Finding? Find(string? service, Match refusal, Evidence evidence) => new(
        Id,
        service ?? Finding.WholeStack,
        $"the build needs BuildKit, and {(evidence.Tools.Known?.Settings.BuildKitOff is true ? "DOCKER_BUILDKIT turns it off" : "it is turned off")}: {refusal.Value.Trim()}");

    public override Remedy Mend(Finding finding) => Remedy.ByHand("env -u DOCKER_BUILDKIT hale docker", "or for this shell: unset DOCKER_BUILDKIT");

    // the --mount option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled
    [GeneratedRegex("""(?:the --\w+ option requires BuildKit|additional_contexts? .*require BuildKit|BuildKit is (?:not enabled|disabled))""", RegexOptions.IgnoreCase)]
    private static partial Regex Said();
}
