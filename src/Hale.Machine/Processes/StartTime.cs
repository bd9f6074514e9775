using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Hale.Machine.Processes;

/// <summary>When a process started, as a number that, with its id, means this process and no later one.</summary>
public static class StartTime
{
    /// <summary>Zero when there is no such process.</summary>
    public static long Of(int pid)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using var process = Process.GetProcessById(pid);
                return process.StartTime.Ticks;
            }

            // "812 (name with ) and spaces) S 1 …": the start time, in clock ticks since boot, is the 20th field after the name.
            var line = File.ReadAllText($"/proc/{pid}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? 0 : long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or Win32Exception)
        {
            return 0;
        }
    }
}
