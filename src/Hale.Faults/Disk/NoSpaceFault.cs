using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Disk;

/// <summary>Something could not be written for want of room: the system says the same of bytes, of inodes, and of a small file system of a container's own.</summary>
public abstract partial class NoSpaceFault : Fault
{
    public override Needs Needs => Needs.Attempt | Needs.Containers | Needs.Machine;

    /// <summary>The finding's sentence; null when the machine's numbers say that it is another fault.</summary>
    /// <param name="where">Where it was said, in words that begin a sentence.</param>
    /// <param name="machine">The machine.</param>
    private protected abstract string? Judge(string where, MachineFacts machine);

    /// <summary>True when a container that is not well and printed nothing counts too: what it printed lies on the engine's disk.</summary>
    private protected virtual bool Silences(MachineFacts machine) => false;

    public override Diagnosis Detect(Evidence evidence)
    {
        var said = Said.In(evidence).Where(one => one.Find(NoSpace()) is not null).Select(one => (one.Service, one.Place))
            .Concat((evidence.Containers.Known?.Containers ?? []).Where(one => one.State is ContainerState.Created && NoSpace().IsMatch(one.Error)).Select(one => (one.Service, Place: $"the start of '{one.Service}'")))
            .Concat(evidence.Machine.Known is { } room && Silences(room)
                ? (evidence.Containers.Known?.Containers ?? []).Where(one => one is { Failed: true, Log.Count: 0 }).Select(one => (one.Service, Place: $"'{one.Service}', whose output could not be kept either,"))
                : [])
            .Concat((evidence.Attempt.Known?.ComposeSaid ?? []).Where(line => NoSpace().IsMatch(line)).Take(1).Select(_ => (Service: Finding.WholeStack, Place: "the start of the stack")))
            .DistinctBy(one => one.Service)
            .ToList();
        if (said.Count == 0)
        {
            return NothingFound.In(evidence, Needs);
        }

        return !evidence.Machine.Has(out var machine)
            ? Diagnosis.CannotTell(evidence.Machine.Unknown)
            : Diagnosis.Present([.. said.Select(one => Judge(one.Place, machine) is { } says ? new Finding(Id, one.Service, says) : null).OfType<Finding>()]);
    }

    // cp: error writing '/app/x': No space left on device      Error: ENOSPC: no space left on device, write
    [GeneratedRegex("no space left on device", RegexOptions.IgnoreCase)]
    internal static partial Regex NoSpace();
}
