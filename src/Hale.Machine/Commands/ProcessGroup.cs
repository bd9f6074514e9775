using System.Runtime.InteropServices;

namespace Hale.Machine.Commands;

/// <summary>Signals to a whole process group at once.</summary>
internal static partial class ProcessGroup
{
    public const int Terminate = 15;
    public const int Kill = 9;

    /// <summary>False when no process is left in the group.</summary>
    public static bool Signal(int leader, int signal) => SendSignal(-leader, signal) == 0;

    /// <summary>True while the group has a process.</summary>
    public static bool Lives(int leader) => SendSignal(-leader, 0) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);
}
