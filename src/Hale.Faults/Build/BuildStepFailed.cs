using Hale.Faults.Causes;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Build;

/// <summary>A build step failed, and no other fault explains why.</summary>
public sealed class BuildStepFailed : Fault
{
    public override string Id => "build-step-failed";

    public override string Title => "A step of an image build failed";

    public override Needs Needs => Needs.Attempt;

    public override bool IsGeneral => true;

    public override string Page => """
        An instruction of a Dockerfile ended with an error. Nothing in the catalogue explains it, so the step's own output has to.

        ## What we look at
        The step that BuildKit reports as failed, its place in the Dockerfile, and the first line of its output that says why: the root of
        chained tracebacks, a compiler's first error, what a tool said before its own summary of it. The file and the line that it names
        are told as they were printed, and the services that wait for the one that is built.

        ## Why it happens
        A command in the Dockerfile does not work as it stands, or something that it fetches is not there.

        ## What mends it
        A person: the line that is shown is where to begin.

        ## When it is not this
        Where another fault of the catalogue is found for the same build, that one is the cause. Steps that were only broken off because
        another one failed are not reported.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Attempt.Has(out var attempt))
        {
            return Diagnosis.CannotTell(evidence.Attempt.Unknown);
        }

        return Diagnosis.Present(
        [
            .. attempt.Builds.Select(step => Found(step, evidence)).DistinctBy(finding => finding.Subject),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("hale docker --verbose");

    // BuildKit's own sentence, "process … did not complete successfully: exit code: 1", is a consequence.
    private Finding Found(FailedStep step, Evidence evidence)
    {
        var origin = Origins.Of(evidence, step.Service, step.Output);
        origin = origin.Line is null && step.Error.Length > 0 ? origin with { Line = step.Error } : origin;
        var words = origin.Line is null ? Origins.WaitWords(origin) : Origins.Words(origin);
        return new Finding(Id, step.Service ?? step.Step, $"the build of {BuildFault.Place(step)} failed{words}");
    }
}
