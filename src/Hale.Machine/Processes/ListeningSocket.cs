using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace Hale.Machine.Processes;

/// <summary>A socket on which this machine can be reached, as <c>/proc/net/tcp</c>, <c>tcp6</c>, <c>udp</c> and <c>udp6</c> list it.</summary>
/// <param name="Port">Its port.</param>
/// <param name="Address">The address it listens on.</param>
/// <param name="Inode">The number by which a process's open files name it.</param>
internal sealed record ListeningSocket(int Port, IPAddress Address, long Inode)
{
    private const string Listen = "0A";

    // UDP knows no listening; this is a socket that no other end has been chosen for.
    private const string Open = "07";

    /// <summary>True for an address that only this machine (or container) itself reaches.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Address.IsIPv4MappedToIPv6 ? Address.MapToIPv4() : Address);

    /// <summary>Reads one line of TCP; null when it is no listening socket.</summary>
    public static ListeningSocket? Read(string line) => Read(line, Listen);

    /// <summary>Reads one line of UDP; null when it is no socket that receives from anyone.</summary>
    public static ListeningSocket? ReadDatagram(string line) => Read(line, Open);

    private static ListeningSocket? Read(string line, string state)
    {
        // "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12345 1 …"
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 10 || fields[3] != state)
        {
            return null;
        }

        var colon = fields[1].IndexOf(':', StringComparison.Ordinal);
        return new ListeningSocket(
            int.Parse(fields[1].AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            AddressOf(fields[1][..colon]),
            long.Parse(fields[9], CultureInfo.InvariantCulture));
    }

    // Words of 32 bits in the machine's byte order, in hexadecimal.
    private static IPAddress AddressOf(string text)
    {
        var bytes = new byte[text.Length / 2];
        for (var word = 0; word < text.Length / 8; word++)
        {
            var value = uint.Parse(text.AsSpan(word * 8, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(word * 4), value);
        }

        return new IPAddress(bytes);
    }
}
