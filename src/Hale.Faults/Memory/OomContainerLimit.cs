using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>A container's own process was ended for using more memory than its limit.</summary>
public sealed class OomContainerLimit : Fault
{
    public override string Id => "oom-container-limit";

    public override string Title => "A container needs more memory than its limit";

    public override Needs Needs => Needs.Containers;

    public override string Page => """
        The kernel ended the container's process, since the container used more memory than the limit that the Compose file gives it.

        ## What we look at
        The engine's own note that the container ran out of memory, its exit code 137, and the limit.

        ## Why it happens
        The limit was set for a smaller load, or the program does not know of it and takes memory by the size of the machine.

        ## What mends it
        The limit is doubled in the overlay, to 128 MiB at least, and the service starts again. That it then runs is no proof that it
        needs that much: a program that loses memory will reach any limit.

        ## When it is not this
        Exit code 137 without the engine's note is a container that was killed by somebody, or that did not stop in time; without a
        limit it is the whole machine that ran out of memory.
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
                .Where(container => container is { OomKilled: true, ExitCode: 137, MemoryLimit: > 0 } && container.Failed)
                .DistinctBy(container => container.Service)
                .Select(container => new Finding(Id, container.Service, $"'{container.Service}' was ended for using more memory than its limit of {MemoryLimit.Mebibytes(container.MemoryLimit)} MiB")
                {
                    Facts = MemoryLimit.FactsOf(container),
                }),
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = MemoryLimit.Raise(finding),
        Advice = ["docker stats --no-stream", $"raise mem_limit or deploy.resources.limits.memory of '{finding.Subject}' in the Compose file"],
    };
}
