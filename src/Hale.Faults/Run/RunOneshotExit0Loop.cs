using System.Globalization;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Run;

/// <summary>A container ends with 0 and is restarted again and again.</summary>
public sealed class RunOneshotExit0Loop : Fault
{
    private const string IsJob = "is-job";

    public override string Id => "run-oneshot-exit0-loop";

    public override string Title => "A job is restarted though it did its work";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        A container ends with exit code 0, as a job that did its work does, and its restart policy starts it again each time.

        ## What we look at
        The exit code, the restart policy, and how often the engine restarted the container.

        ## Why it happens
        A job that runs once has `restart: always`. Or a server put itself into the background, so that its container ends.

        ## What mends it
        Where the service publishes no port, it is taken for a job, and a line in the overlay sets its restart policy to `on-failure`. A
        server has to be told to stay in the foreground.

        ## When it is not this
        A container that ends with another exit code fails each time.
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
                .Where(one => one is { ExitCode: 0, RestartCount: > 1, RestartPolicy: "always" or "unless-stopped", State: ContainerState.Restarting or ContainerState.Exited })
                .DistinctBy(one => one.Service)
                .Select(one => new Finding(Id, one.Service, $"'{one.Service}' ends with exit code 0 and was restarted {one.RestartCount.ToString(CultureInfo.InvariantCulture)} times")
                {
                    Facts = new Dictionary<string, string> { [IsJob] = evidence.Model.Known?.Stack?.Find(one.Service)?.Ports.Count == 0 ? "yes" : "" },
                }),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = finding.Facts[IsJob].Length == 0
            ? []
            : [new ChangeOverlay(finding.Subject, ["restart"], ["on-failure"], $"restart '{finding.Subject}' only when it fails", finding.Says)],
        Advice = [$"for a job: restart: on-failure under '{finding.Subject}' in the Compose file", $"for a server: let '{finding.Subject}' run in the foreground"],
    };
}
