using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Memory;

/// <summary>A container's limit of memory, and a higher one: what the faults of too low limits share.</summary>
internal static class MemoryLimit
{
    private const string LimitFact = "limit";
    private const string SwapFact = "swap";

    // Below this hardly any program begins, and a limit is raised only once.
    private const long Least = 128 << 20;

    public static Dictionary<string, string> FactsOf(SeenContainer container)
    {
        var (now, swap) = (container.MemoryLimit, container.MemorySwapLimit);
        var raised = Math.Max(now * 2, Least);
        // Without one of its own the engine allows twice the memory for both; another one would be refused once it is less than the memory.
        return new()
        {
            [LimitFact] = Mebibytes(raised),
            [SwapFact] = swap <= 0 || swap == now * 2 ? "" : Mebibytes(raised + swap - now),
        };
    }

    /// <summary>Sets the raised limit. Compose refuses two keys that say different things, so both say it.</summary>
    public static IReadOnlyList<Act> Raise(Finding finding)
    {
        var (service, limit, swap) = (finding.Subject, finding.Facts[LimitFact], finding.Facts.GetValueOrDefault(SwapFact, ""));
        return
        [
            Set(["deploy", "resources", "limits", "memory"], limit, $"raise the memory limit of '{service}' to {limit} MiB"),
            Set(["mem_limit"], limit, $"say the same limit of {limit} MiB as mem_limit of '{service}'"),
            .. swap.Length == 0 ? Array.Empty<Act>() : [Set(["memswap_limit"], swap, $"raise the limit of memory and swap of '{service}' to {swap} MiB")],
        ];

        ChangeOverlay Set(IReadOnlyList<string> path, string mebibytes, string change) => new(service, path, [$"{mebibytes}M"], change, finding.Says);
    }

    public static string Mebibytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);
}
