using System.Globalization;
using Hale.Kernel.Engines;

namespace Hale.Machine.Processes;

/// <summary>Looks at other processes through <c>/proc</c>.</summary>
public sealed class ProcessSight : IProcessSight
{
    private const string Listening = "0A";
    private const int Looks = 25;

    public IReadOnlySet<int>? ListeningPorts(int pid)
    {
        var lines = Sockets(pid, "");
        return lines?.Concat(Sockets(pid, "6") ?? []).Select(PortBeyondLoopback).OfType<int>().ToHashSet();
    }

    public bool? Catches(int pid, int signal)
    {
        var pause = new SpinWait();
        for (var look = 1; ; look++)
        {
            if (Read($"/proc/{pid}/status") is not { } lines || Has(lines, "SigCgt:", signal) is not { } caught || Has(lines, "SigBlk:", signal) is not { } blocked)
            {
                return null;
            }

            // A process that blocks the signal for good waits for it with sigwait or a signalfd, as tini (`init: true`) does. A
            // shell blocks all signals for the moment in which it starts a child.
            if (caught || !blocked || look == Looks)
            {
                return caught || blocked;
            }

            pause.SpinOnce();
        }
    }

    // To list a network's sockets the kernel walks a table of all there are, which takes milliseconds; to count them takes none.
    private static string[]? Sockets(int pid, string version) =>
        Read($"/proc/{pid}/net/sockstat{version}") is { } counts && Array.Exists(counts, line => line.StartsWith($"TCP{version}: inuse 0", StringComparison.Ordinal))
            ? []
            : Read($"/proc/{pid}/net/tcp{version}");

    // "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 …"; an address is hexadecimal words in the machine's byte order.
    private static int? PortBeyondLoopback(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 4 || fields[3] != Listening)
        {
            return null;
        }

        var colon = fields[1].IndexOf(':', StringComparison.Ordinal);
        return IsLoopback(fields[1][..colon]) ? null : int.Parse(fields[1].AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static bool IsLoopback(string address) => address.Length switch
    {
        8 => address.EndsWith("7F", StringComparison.Ordinal),
        32 => address == "00000000000000000000000001000000"
            || (address.StartsWith("0000000000000000FFFF0000", StringComparison.Ordinal) && address.EndsWith("7F", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool? Has(string[] lines, string name, int signal) =>
        Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal)) is { } found
        && ulong.TryParse(found.AsSpan(name.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var mask)
            ? (mask >> (signal - 1) & 1) == 1
            : null;

    private static string[]? Read(string file)
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllLines(file) : null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
