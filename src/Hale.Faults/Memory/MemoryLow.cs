using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>Little memory is left for the stack's processes.</summary>
public sealed class MemoryLow : Fault
{
    private const long Enough = 512L << 20;

    public override string Id => "memory-low";

    public override string Title => "Little memory is left for the stack";

    public override Needs Needs => Needs.Machine;

    public override string Page => """
        Processes can take less than 512 MiB more on this machine. The system may end one of the stack's processes without a word.

        ## What we look at
        The memory that the kernel calls available, which counts what it would give back from its caches.

        ## Why it happens
        Other programs or stacks run beside this one, or the virtual machine that the engine runs in is small.

        ## What mends it
        You choose what may stop: `docker stats --no-stream` shows what containers take. Hale only warns.

        ## When it is not this
        A container that is ended at a limit of its own, on a machine with memory to spare, has a limit that is too low.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return machine.AvailableMemoryBytes is { } available && available < Enough
            ? Diagnosis.Present(new Finding(Id, "machine", $"processes can take {(available >> 20).ToString(CultureInfo.InvariantCulture)} MiB of memory more") { OnlyWarns = true })
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("docker stats --no-stream", "docker compose ls");
}
