using System.Runtime.InteropServices;

namespace Hale.Bench.Measuring;

/// <summary>The processor time of all children that have ended so far, their own children included.</summary>
internal static partial class ChildUsage
{
    private const int Children = -1;

    public static double CpuMs()
    {
        // struct rusage: user seconds, user microseconds, system seconds, system microseconds, then fourteen counters.
        Span<long> usage = stackalloc long[18];
        if (GetUsage(Children, ref MemoryMarshal.GetReference(usage)) != 0)
        {
            throw new InvalidOperationException("getrusage failed");
        }

        return ((usage[0] + usage[2]) * 1000.0) + ((usage[1] + usage[3]) / 1000.0);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}
