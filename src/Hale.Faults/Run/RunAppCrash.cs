using System.Globalization;
using Hale.Faults.Causes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A service's own program ended with an error that no other fault explains.</summary>
public sealed class RunAppCrash : Fault
{
    public override string Id => "run-app-crash";

    public override string Title => "A service's program ended with an error";

    public override Needs Needs => Needs.Containers | Origins.Needs;

    public override bool IsGeneral => true;

    public override string Page => """
        The program of a service started and ended with an error. Nothing in the catalogue explains it, so its own output has to.

        ## What we look at
        The container's exit code and the first line of its output that says why: the root of chained tracebacks and stack traces, the
        first error before what only follows from it. Its innermost frame that is not a language's or a package's own gives the file
        and the line: as the file lies in the project where it is mounted from there, or where one file alone of the build context has
        its name and content; as it was printed elsewhere. The services that wait for the one that ended are told with it.

        ## Why it happens
        A fault in the program, in its settings, or in something that it needs.

        ## What mends it
        A person: the line that is shown is where to begin. Hale never calls such a service healed.

        ## When it is not this
        Where another fault of the catalogue is found for the same service, that one is the cause. One that its restart policy starts
        again and again is `run-restart-loop`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        return Diagnosis.Present(
        [
            .. containers.Containers
                .Where(container => container.Failed && container.RestartCount == 0 && container.State is not ContainerState.Created && container.ExitCode is not (0 or 137))
                .DistinctBy(container => container.Service)
                .Select(container => Found(container, evidence)),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"hale logs {finding.Subject}");

    private Finding Found(SeenContainer container, Evidence evidence)
    {
        var origin = Origins.Of(evidence, container.Service, container.Log);
        return new Finding(Id, container.Service, $"{Origins.Subject(evidence, container.Service)} ended with exit code {container.ExitCode.ToString(CultureInfo.InvariantCulture)}{Origins.Words(origin)}");
    }
}
