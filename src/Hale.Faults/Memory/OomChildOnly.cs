using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>The kernel ended a child of a container's process at the container's memory limit.</summary>
public sealed class OomChildOnly : Fault
{
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
        Where the service ended for it, its limit is doubled in the overlay, to 128 MiB at least. Where it still runs, Hale only warns.

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
                .Select(container => new Finding(Id, container.Service, $"a program inside '{container.Service}' was ended at the container's memory limit of {MemoryLimit.Mebibytes(container.MemoryLimit)} MiB")
                {
                    Facts = MemoryLimit.FactsOf(container),
                    OnlyWarns = !container.Unwell,
                }),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = finding.OnlyWarns ? [] : MemoryLimit.Raise(finding),
        Advice = [$"hale logs {finding.Subject}", $"raise mem_limit or deploy.resources.limits.memory of '{finding.Subject}' in the Compose file"],
    };
}
