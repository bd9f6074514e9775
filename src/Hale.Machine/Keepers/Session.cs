using System.Runtime.InteropServices;

namespace Hale.Machine.Keepers;

/// <summary>What a process that outlives its terminal asks of the system.</summary>
internal static partial class Session
{
    public const int Terminate = 15;
    public const int Kill = 9;

    /// <summary>Leaves the terminal's session for one of its own; false where this process leads one already, which is as good.</summary>
    public static bool LeaveTerminal() => NewSession() != -1;

    /// <summary>Sends a signal; false where there is no such process any more.</summary>
    public static bool Signal(int pid, int signal) => SendSignal(pid, signal) == 0;

    [LibraryImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NewSession();

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);
}
