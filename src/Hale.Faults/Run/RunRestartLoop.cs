using System.Globalization;
using Hale.Faults.Causes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A container fails again and again, and its restart policy hides it.</summary>
public sealed class RunRestartLoop : Fault
{
    public override string Id => "run-restart-loop";

    public override string Title => "A service keeps failing and being restarted";

    public override Needs Needs => Needs.Containers | Origins.Needs;

    public override bool IsGeneral => true;

    public override string Page => """
        A container fails and is restarted by its restart policy, again and again. Between two failures it looks as if it ran. Nothing
        in the catalogue explains why it fails.

        ## What we look at
        How often the engine restarted the container, its exit code, and the first line of its output that names an error.
        A file that it names is told as it lies in the project where it is certain which one that is.

        ## Why it happens
        The program ends each time, for a cause of its own.

        ## What mends it
        A person: the line that is shown is where to begin. `docker compose stop` ends the loop.

        ## When it is not this
        Where another fault of the catalogue is found for the same service, that one is the cause. A container that ended once and stays
        down is `run-app-crash`.
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
                .Where(one => one is { RestartCount: > 0, ExitCode: not (0 or 137), State: not ContainerState.Created } && one.Failed)
                .DistinctBy(one => one.Service)
                .Select(one => Found(one, evidence)),
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"hale logs {finding.Subject}", $"docker compose stop {finding.Subject}");

    private Finding Found(SeenContainer one, Evidence evidence)
    {
        var origin = Origins.Of(evidence, one.Service, one.Log);
        return new Finding(Id, one.Service, $"{Origins.Subject(evidence, one.Service)} ended with exit code {one.ExitCode.ToString(CultureInfo.InvariantCulture)} and was restarted {Times(one.RestartCount)}{Origins.Words(origin)}");
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count.ToString(CultureInfo.InvariantCulture)} times";
}
