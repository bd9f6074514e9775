using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A file is copied from another build stage or image, which does not have it.</summary>
public sealed partial class BuildStagePathMissing : BuildFault
{
    public override string Id => "build-stage-path-missing";

    public override string Title => "A file that is copied from another build stage is not there";

    public override string Page => """
        A `COPY --from=` names a path that the other stage or image does not have.

        ## What we look at
        BuildKit's refusal of a `COPY --from=`, which ends with the path in the other stage.

        ## Why it happens
        The build in the other stage writes to another folder than before (`dist`, `build`, `.next/standalone`), or its working directory
        is another one. Paths of `COPY --from=` begin at the root of that stage, whatever its `WORKDIR` is.

        ## What mends it
        A person: the path as the other stage has it.

        ## When it is not this
        A path that is copied from the project itself is `build-copy-missing`.
        """;

    private protected override Regex Line => Missing();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) =>
        step.Service is { } service && step.Instruction.Contains("--from=", StringComparison.Ordinal)
            ? new Finding(Id, service, $"the stage or image that is copied from has no '{line.Groups[1].Value}': the build of {Place(step)}")
            : null;

    public override Remedy Mend(Finding finding) => Remedy.ByHand(
        "see what the other stage holds with a line before the COPY that fails, in that stage: RUN find / -xdev -newer /etc/hostname -type f | head -50",
        $"docker compose build --progress plain {finding.Subject}");

    // lstat /var/lib/docker/tmp/buildkit-mount2844724334/dist/app: no such file or directory
    // failed to calculate checksum of ref …: "/dist/app": not found
    [GeneratedRegex("(?:lstat /\\S*/buildkit-mount\\d+|failed to calculate checksum of ref \\S+: (?:\"|failed to walk /\\S*/buildkit-mount\\d+))(/[^\":\\s]+)\"?: (?:no such file|not found|lstat)")]
    private static partial Regex Missing();
}
