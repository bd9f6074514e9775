using System.Globalization;
using Hale.Kernel;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;

namespace Hale.Machine.Probes;

/// <summary>What kind of computer this is; where Docker could come from is looked up only when some of it is missing.</summary>
public sealed class MachineProbe(ICommandRunner runner, HttpMessageInvoker web) : IProbe
{
    private const string UsualDataFolder = "/var/lib/docker";

    public Needs Gives => Needs.Machine;

    public Needs After => Needs.Tools | Needs.Engine;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Machine = Reading.Blind<MachineFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var release = OperatingSystem.IsLinux() ? OsRelease.Read() : new Dictionary<string, string>();
        var (distribution, codename) = (release.GetValueOrDefault("ID", ""), release.GetValueOrDefault("VERSION_CODENAME", ""));
        var folder = known.Engine.Known is { RootFolder.Length: > 0 } engine ? engine.RootFolder : UsualDataFolder;
        var offers = LacksDocker(known) ? await new PackageOffers(web).ForAsync(distribution, codename, stop).ConfigureAwait(false) : [];
        var facts = new MachineFacts
        {
            System = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "macos" : "windows",
            Distribution = distribution,
            Codename = codename,
            Wsl = OperatingSystem.IsLinux() && IsWsl(),
            Root = Environment.IsPrivilegedProcess,
            Init = InitSystem(),
            Offers = offers,
            DiskFolder = folder,
            FreeDiskBytes = FreeBytes(folder),
            AvailableMemoryBytes = AvailableMemory(),
        };
        return evidence => evidence with { Machine = Reading.Of(facts) };
    }

    private static bool LacksDocker(Evidence known) =>
        known.Tools.Known is { } tools && (tools.Cli is null || tools.Compose is null || tools.Buildx is null || known.Engine.Known is { Refusal: not null });

    // systemd makes this folder when it is in charge (sd_booted(3)).
    private string InitSystem() =>
        Directory.Exists("/run/systemd/system") ? "systemd"
        : runner.Find("service") is not null && File.Exists("/etc/init.d/docker") && File.Exists("/run/initctl") ? "service"
        : "none";

    private static bool IsWsl() =>
        File.Exists("/proc/version") && File.ReadAllText("/proc/version").Contains("microsoft", StringComparison.OrdinalIgnoreCase);

    private static long? FreeBytes(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    // "MemAvailable:   12345678 kB"
    private static long? AvailableMemory() =>
        File.Exists("/proc/meminfo")
        && File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal)) is { } line
        && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes)
            ? kilobytes * 1024
            : null;
}
