using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>A build step was killed, most often for its memory.</summary>
public sealed partial class BuildStepOom : BuildFault
{
    public override string Id => "build-step-oom";

    public override string Title => "A build step was ended from outside";

    public override string Page => """
        A step of an image build was ended with signal 9. In a build nobody but the kernel does that, and it does so when memory runs
        out.

        ## What we look at
        BuildKit's own sentence about the failed step: exit code 137.

        ## Why it happens
        A compiler or bundler took more memory than the machine, or the virtual machine of Docker Desktop, has left.

        ## What mends it
        Let fewer steps or workers run at once, stop other programs, or give the virtual machine more memory. A larger JavaScript heap
        makes it worse.

        ## When it is not this
        Exit code 134 with the words of V8 is Node's own heap, where the opposite helps.
        """;

    private protected override Regex Line => Said();

    private protected override Finding? Find(FailedStep step, Match line, Evidence evidence) => new(Id, step.Service ?? step.Step, $"the build of {Place(step)} was ended with signal 9, most likely for its memory");

    public override Remedy Mend(Finding finding) => Remedy.ByHand("docker stats --no-stream", "COMPOSE_PARALLEL_LIMIT=1 hale docker", "with Docker Desktop: Settings, Resources, Memory");

    // process "/bin/sh -c npm run build" did not complete successfully: exit code: 137
    [GeneratedRegex("did not complete successfully: exit code: 137")]
    private static partial Regex Said();
}
