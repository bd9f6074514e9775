using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Hale.Docker;

/// <summary>What the head of an ELF file says: the processor it is for, and the loader that it asks for.</summary>
internal sealed record ElfHead(string Processor, string? Loader)
{
    private const int LoaderSegment = 3;

    /// <returns>Null when it is no ELF file.</returns>
    public static ElfHead? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 20 || !file[..4].SequenceEqual("\u007fELF"u8))
        {
            return null;
        }

        var wide = file[4] == 2;
        var machine = BinaryPrimitives.ReadUInt16LittleEndian(file[18..]);
        return new ElfHead(NameOf(machine), file[5] == 1 ? LoaderOf(file, wide) : null);
    }

    private static string? LoaderOf(ReadOnlySpan<byte> file, bool wide)
    {
        if (file.Length < 64)
        {
            return null;
        }

        var table = wide ? (long)BinaryPrimitives.ReadUInt64LittleEndian(file[32..]) : BinaryPrimitives.ReadUInt32LittleEndian(file[28..]);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(file[(wide ? 54 : 42)..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(file[(wide ? 56 : 44)..]);
        for (var at = 0; at < count && table > 0 && table + ((at + 1L) * size) <= file.Length && size >= (wide ? 56 : 32); at++)
        {
            var row = file.Slice((int)(table + (at * size)), size);
            if (BinaryPrimitives.ReadUInt32LittleEndian(row) == LoaderSegment)
            {
                var offset = wide ? (long)BinaryPrimitives.ReadUInt64LittleEndian(row[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(row[4..]);
                var length = wide ? (long)BinaryPrimitives.ReadUInt64LittleEndian(row[32..]) : BinaryPrimitives.ReadUInt32LittleEndian(row[16..]);
                return offset >= 0 && length is > 0 and < 4096 && offset + length <= file.Length
                    ? Encoding.UTF8.GetString(file.Slice((int)offset, (int)length)).TrimEnd('\0')
                    : null;
            }
        }

        return null;
    }

    // The engine's own names of them.
    private static string NameOf(ushort machine) => machine switch
    {
        3 => "386",
        21 => "ppc64le",
        22 => "s390x",
        40 => "arm",
        62 => "amd64",
        183 => "arm64",
        243 => "riscv64",
        _ => machine.ToString(CultureInfo.InvariantCulture),
    };
}
