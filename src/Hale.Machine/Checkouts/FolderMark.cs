using System.Globalization;
using System.Runtime.InteropServices;

namespace Hale.Machine.Checkouts;

/// <summary>What tells a folder from a later one at the same path: its number on the disk and when it was made.</summary>
internal static partial class FolderMark
{
    private const int WorkingFolder = -100;
    private const uint NumberAndBirth = 0x100 | 0x800;

    // The fields of struct statx, which are the same on every architecture.
    private const int Size = 256;
    private const int NumberAt = 32;
    private const int BirthAt = 80;

    /// <summary>The mark; null where the system does not tell.</summary>
    public static string? Of(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            Span<byte> facts = stackalloc byte[Size];
            return State(WorkingFolder, folder, 0, NumberAndBirth, ref MemoryMarshal.GetReference(facts)) == 0 && (MemoryMarshal.Read<uint>(facts) & NumberAndBirth) == NumberAndBirth
                ? string.Create(CultureInfo.InvariantCulture, $"{MemoryMarshal.Read<ulong>(facts[NumberAt..])}-{MemoryMarshal.Read<long>(facts[BirthAt..])}.{MemoryMarshal.Read<uint>(facts[(BirthAt + sizeof(long))..])}")
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int State(int folder, string path, int flags, uint mask, ref byte facts);
}
