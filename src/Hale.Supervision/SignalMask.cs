using System.Globalization;

namespace Hale.Supervision;

/// <summary>
/// Reads from a process's <c>/proc/PID/status</c> what a signal would do to it. A process that catches the signal, or blocks it to wait
/// for it (as <c>tini</c> does), takes it; PID 1 that does neither ignores it.
/// </summary>
internal static class SignalMask
{
    /// <returns>Null when the text does not tell.</returns>
    public static bool? Takes(string status, int signal) =>
        Has(status, "SigCgt:", signal) is { } caught && Has(status, "SigBlk:", signal) is { } blocked ? caught || blocked : null;

    // SigCgt:	0000000000014002
    private static bool? Has(string status, string name, int signal)
    {
        foreach (var line in status.Split('\n'))
        {
            if (line.StartsWith(name, StringComparison.Ordinal)
                && ulong.TryParse(line.AsSpan(name.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var mask))
            {
                return (mask >> (signal - 1) & 1) == 1;
            }
        }

        return null;
    }
}
