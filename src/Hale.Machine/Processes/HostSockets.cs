using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Machine.Processes;

/// <summary>Who listens on this machine's ports, through <c>/proc</c>.</summary>
internal static class HostSockets
{
    private const int LongestCommand = 120;

    /// <summary>The sockets that listen on these ports of TCP; null where this system does not show them.</summary>
    public static IReadOnlyList<HostSocket>? On(IReadOnlySet<int> ports) => Found(ports, Listening);

    /// <summary>The sockets that receive on these ports of UDP; null where this system does not show them.</summary>
    public static IReadOnlyList<HostSocket>? ReceivingOn(IReadOnlySet<int> ports) => Found(ports, Receiving);

    private static IReadOnlyList<HostSocket>? Found(IReadOnlySet<int> ports, Func<IEnumerable<ListeningSocket>> look)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var sockets = look().Where(socket => ports.Contains(socket.Port)).ToList();
        var owners = sockets.Count == 0 ? [] : OwnersOf(sockets.Select(socket => socket.Inode).ToHashSet());

        // A socket without an owner may have been closed before its process was looked for, as those of a container that ends are.
        var still = sockets.TrueForAll(socket => owners.ContainsKey(socket.Inode)) ? null : look().Select(socket => socket.Inode).ToHashSet();
        return [.. sockets.Where(socket => owners.ContainsKey(socket.Inode) || still!.Contains(socket.Inode)).Select(socket => Named(socket, owners))];
    }

    /// <summary>For each port that is held, the next one on which nobody listens or receives and which nobody else here wants.</summary>
    public static IReadOnlyDictionary<int, int> FreeInstead(IEnumerable<int> held, IReadOnlySet<int> wanted)
    {
        var taken = Listening().Concat(Receiving()).Select(socket => socket.Port).Concat(wanted).ToHashSet();
        var instead = new Dictionary<int, int>();
        foreach (var port in held.Distinct().Order())
        {
            // Below 1024 a free port is no use to most engines without root.
            var free = Enumerable.Range(port < 1024 ? port + 8000 : port + 1, 1000).FirstOrDefault(candidate => candidate < 65536 && taken.Add(candidate));
            if (free > 0)
            {
                instead[port] = free;
            }
        }

        return instead;
    }

    private static IEnumerable<ListeningSocket> Listening() => Lines("/proc/net/tcp").Concat(Lines("/proc/net/tcp6")).Select(ListeningSocket.Read).OfType<ListeningSocket>();

    private static IEnumerable<ListeningSocket> Receiving() => Lines("/proc/net/udp").Concat(Lines("/proc/net/udp6")).Select(ListeningSocket.ReadDatagram).OfType<ListeningSocket>();

    private static HostSocket Named(ListeningSocket socket, Dictionary<long, int> owners)
    {
        var found = new HostSocket(socket.Port, socket.Address.ToString());
        return owners.TryGetValue(socket.Inode, out var pid) ? found with { Pid = pid, Process = Lines($"/proc/{pid}/comm").FirstOrDefault(), CommandLine = CommandLineOf(pid) } : found;
    }

    private static string? CommandLineOf(int pid)
    {
        var line = string.Concat(Lines($"/proc/{pid}/cmdline")).Replace('\0', ' ').Trim();
        return line.Length == 0 ? null : line.Length > LongestCommand ? $"{line[..LongestCommand]}…" : line;
    }

    // The processes of other users do not show their open files: their sockets stay without an owner.
    private static Dictionary<long, int> OwnersOf(HashSet<long> inodes)
    {
        var owners = new Dictionary<long, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            {
                foreach (var inode in SocketsOf(folder).Where(inodes.Contains))
                {
                    owners.TryAdd(inode, pid);
                }
            }

            if (owners.Count == inodes.Count)
            {
                break;
            }
        }

        return owners;
    }

    // An open socket is a link to "socket:[12345]".
    private static List<long> SocketsOf(string process)
    {
        const string Opening = "socket:[";
        try
        {
            return
            [
                .. Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd"))
                    .Select(file => new FileInfo(file).LinkTarget)
                    .Where(target => target is not null && target.StartsWith(Opening, StringComparison.Ordinal))
                    .Select(target => long.Parse(target.AsSpan(Opening.Length, target!.Length - Opening.Length - 1), CultureInfo.InvariantCulture)),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
