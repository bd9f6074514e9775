using System.Globalization;
using System.Numerics;
using Hale.Kernel.Faults;

namespace Hale.Machine.Probes;

/// <summary>Reads the IPv4 routes of this machine.</summary>
internal static class HostRoutes
{
    public static IReadOnlyList<HostRoute> Read()
    {
        try
        {
            return OperatingSystem.IsLinux() ? [.. File.ReadLines("/proc/net/route").Select(Of).OfType<HostRoute>()] : [];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Iface Destination Gateway Flags RefCnt Use Metric Mask …, the addresses as the processor has them in memory:
    // docker0 000011AC 00000000 0001 0 0 0 0000FFFF 0 0 0
    internal static HostRoute? Of(string line)
    {
        var words = line.Split('\t', StringSplitOptions.TrimEntries);
        return words.Length > 7 && Number(words[1]) is { } address && Number(words[7]) is { } mask && mask != 0
            ? new HostRoute(words[0], string.Create(CultureInfo.InvariantCulture, $"{address & 255}.{(address >> 8) & 255}.{(address >> 16) & 255}.{address >> 24}/{BitOperations.PopCount(mask)}"))
            : null;
    }

    private static uint? Number(string text) => uint.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number : null;
}
