using System.Globalization;
using System.Net;
using Hale.Kernel.Engines;

namespace Hale.Machine.Processes;

/// <summary>Looks at other processes through <c>/proc</c>.</summary>
public sealed class ProcessSight : IProcessSight
{
    private const int Looks = 25;

    // The engine's own name server listens in the network of every container.
    private static readonly IPAddress EngineResolver = new([127, 0, 0, 11]);

    public IReadOnlySet<int>? ListeningPorts(int pid) => Listening(pid)?.Where(socket => !socket.IsLoopback).Select(socket => socket.Port).ToHashSet();

    public IReadOnlySet<int>? LoopbackPorts(int pid)
    {
        var sockets = Listening(pid)?.ToList();
        var open = sockets?.Where(socket => !socket.IsLoopback).Select(socket => socket.Port).ToHashSet();
        return sockets?.Where(socket => socket.IsLoopback && !open!.Contains(socket.Port)).Select(socket => socket.Port).ToHashSet();
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

    private static IEnumerable<ListeningSocket>? Listening(int pid) =>
        Sockets(pid, "")?.Concat(Sockets(pid, "6") ?? []).Select(ListeningSocket.Read).OfType<ListeningSocket>().Where(socket => !socket.Address.Equals(EngineResolver));

    // To list a network's sockets the kernel walks a table of all there are, which takes milliseconds; to count them takes none.
    private static string[]? Sockets(int pid, string version) =>
        Read($"/proc/{pid}/net/sockstat{version}") is { } counts && Array.Exists(counts, line => line.StartsWith($"TCP{version}: inuse 0", StringComparison.Ordinal))
            ? []
            : Read($"/proc/{pid}/net/tcp{version}");

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
