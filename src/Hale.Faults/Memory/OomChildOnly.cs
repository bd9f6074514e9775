using System.Globalization;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>The kernel ended a child of a container's process at the container's memory limit.</summary>
public sealed class OomChildOnly : Fault
{
    private const string LimitFact = "limit";

    public override string Id => "oom-child-only";

    public override string Title => "A program inside a container was ended for its memory";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        The kernel ended a program inside the container at the container's memory limit: a worker, a compiler, a test. The container's
        own process went on, or ended in its own way.

        ## What we look at
        The engine's own note that the container ran out of memory, together with a container that runs or an exit code that is not 137.

        ## Why it happens
        The limit is too low for what the container does besides its main process.

        ## What mends it
        Where the service ended for it, its limit is doubled by a line in the overlay. Where it still runs, Hale only warns.

        ## When it is not this
        Exit code 137 with the same note is the container's own process.
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
                .Where(container => container is { OomKilled: true, MemoryLimit: > 0 } && (container.State is ContainerState.Running || container.ExitCode != 137))
                .DistinctBy(container => container.Service)
                .Select(container => new Finding(Id, container.Service, $"a program inside '{container.Service}' was ended at the container's memory limit of {Mebibytes(container.MemoryLimit)} MiB")
                {
                    Facts = new Dictionary<string, string> { [LimitFact] = Mebibytes(container.MemoryLimit * 2) },
                    OnlyWarns = !container.Unwell,
                }),
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var limit = finding.Facts[LimitFact];
        return new()
        {
            Acts = finding.OnlyWarns
                ? []
                : [new ChangeOverlay(finding.Subject, ["deploy", "resources", "limits", "memory"], [$"{limit}M"], $"raise the memory limit of '{finding.Subject}' to {limit} MiB", finding.Says)],
            Advice = [$"hale logs {finding.Subject}", $"raise mem_limit or deploy.resources.limits.memory of '{finding.Subject}' in the Compose file"],
        };
    }

    private static string Mebibytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);
}
