using System.Globalization;
using Hale.Faults.Causes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Health;

/// <summary>A service runs, its own health check does not pass, and no other fault explains why.</summary>
public sealed class HealthFailing : Fault
{
    private const string Young = "young";

    public override string Id => "health-failing";

    public override string Title => "A service's own health check does not pass";

    public override Needs Needs => Needs.Containers | Origins.Needs;

    public override bool IsGeneral => true;

    public override string Page => """
        A service runs, and the health check that the Compose file or the image gives it fails. Nothing in the catalogue explains it.

        ## What we look at
        The engine's last probes since the container's last start: their exit codes and what they printed. A
        file that they name is told as it lies in the project where it is certain which one that is.

        ## Why it happens
        The program does not answer, answers with an error, or the check asks for something that it never does.

        ## What mends it
        A service that was started a short while ago is given 60 s more, since its first start may only be slow: then a longer
        `start_period` in the Compose file lasts. Any other is restarted once, which helps one that hangs. Where that does not help,
        what the check printed and the service's own output are where to begin.

        ## When it is not this
        Where another fault of the catalogue is found for the same service, that one is the cause. A check that was refused, or got an
        error for an answer, is `health-app-really-down`. A service that is still starting has
        no probe that counts yet.
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
                .Where(one => one is { State: ContainerState.Running, Health: HealthVerdict.Unhealthy, Probes: [.., { ExitCode: not 0 }] } && !HealthAppReallyDown.Shows(one))
                .DistinctBy(one => one.Service)
                .Select(one => Found(one, containers, evidence)),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = [Slowness.ActFor(finding.Subject, finding.Facts[Young].Length > 0, finding.Says)],
        Advice = [$"hale logs {finding.Subject}", $"hale health-check {finding.Subject}"],
    };

    private Finding Found(SeenContainer one, ContainerFacts containers, Evidence evidence)
    {
        var probe = one.Probes[^1];
        var origin = Origins.Of(evidence, one.Service, probe.Output.Split('\n'));
        var code = probe.ExitCode < 0 ? "without an end in its time" : $"with exit code {probe.ExitCode.ToString(CultureInfo.InvariantCulture)}";
        return new Finding(Id, one.Service, $"the health check of '{one.Service}' fails {code}{(origin.Line is null ? Origins.WaitWords(origin) : Origins.Words(origin))}")
        {
            Facts = new Dictionary<string, string> { [Young] = Slowness.IsYoung(one, containers) ? "yes" : "" },
        };
    }
}
