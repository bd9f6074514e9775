using System.Globalization;
using System.Runtime.InteropServices;

namespace Hale.Machine.Projects;

/// <summary>What the system keeps of a file or a folder beside its content, where Linux tells.</summary>
internal static partial class FileState
{
    private const int WorkingFolder = -100;
    private const uint Owner = 0x8;
    private const uint NumberAndBirth = 0x100 | 0x800;

    // The fields of struct statx, which are the same on every architecture.
    private const int Size = 256;
    private const int OwnerAt = 20;
    private const int NumberAt = 32;
    private const int BirthAt = 80;

    /// <summary>What tells a folder from a later one at the same path: its number on the disk and when it was made; null where the system does not tell.</summary>
    public static string? MarkOf(string folder)
    {
        Span<byte> facts = stackalloc byte[Size];
        return Fill(folder, NumberAndBirth, facts)
            ? string.Create(CultureInfo.InvariantCulture, $"{MemoryMarshal.Read<ulong>(facts[NumberAt..])}-{MemoryMarshal.Read<long>(facts[BirthAt..])}.{MemoryMarshal.Read<uint>(facts[(BirthAt + sizeof(long))..])}")
            : null;
    }

    /// <summary>False for a file that belongs to another user.</summary>
    public static bool IsMine(string path)
    {
        Span<byte> facts = stackalloc byte[Size];
        return !Fill(path, Owner, facts) || MemoryMarshal.Read<uint>(facts[OwnerAt..]) == Me();
    }

    private static bool Fill(string path, uint mask, Span<byte> facts)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return State(WorkingFolder, path, 0, mask, ref MemoryMarshal.GetReference(facts)) == 0 && (MemoryMarshal.Read<uint>(facts) & mask) == mask;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int State(int folder, string path, int flags, uint mask, ref byte facts);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint Me();
}
