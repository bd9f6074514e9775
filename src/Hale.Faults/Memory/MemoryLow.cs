using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>Little memory is left for the containers.</summary>
public sealed class MemoryLow : Fault
{
    private const long Least = 512L << 20;

    public override string Id => "memory-low";

    public override string Title => "Little memory is left for the containers";

    public override Needs Needs => Needs.Machine;

    public override string Page => """
        The machine has little memory left that processes can still take. Containers may be ended by the kernel, which shows as exit code 137.

        ## What we look at
        `MemAvailable` of `/proc/meminfo`: less than 512 MiB is told. It is a warning, and stops nothing.

        ## Why it happens
        Other programs or other stacks hold the memory.

        ## What mends it
        Stopping what is not needed. `docker stats --no-stream` shows what the containers of all projects take.

        ## When it is not this
        A container that reaches a limit of its own is ended whatever the machine has left.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return machine.AvailableMemoryBytes is not { } available || available >= Least
            ? Diagnosis.Absent
            : Diagnosis.Present(new Finding(Id, "machine", $"{available / (double)(1 << 20):0} MiB of memory are left") { OnlyWarns = true });
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("docker stats --no-stream");
}
