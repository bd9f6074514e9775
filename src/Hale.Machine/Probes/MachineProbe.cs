using System.Globalization;
using Hale.Kernel;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Machine.Packages;

namespace Hale.Machine.Probes;

/// <summary>Looks at this computer; package sources are looked at only when something of Docker's is missing.</summary>
public sealed class MachineProbe(ICommandRunner runner, OfferSearch offers) : IProbe
{
    public Needs Gives => Needs.Machine;

    public Needs After => Needs.Tools | Needs.Engine;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Machine = Reading.Blind<MachineFacts>(why) };

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var release = OsRelease.Read();
        var facts = new MachineFacts
        {
            System = OperatingSystem.IsMacOS() ? "macos" : OperatingSystem.IsWindows() ? "windows" : "linux",
            Distribution = release.Id,
            Codename = release.Codename,
            Wsl = Line("/proc/version").Contains("microsoft", StringComparison.OrdinalIgnoreCase),
            Root = Environment.IsPrivilegedProcess,
            Init = InitOf(),
            AvailableMemoryBytes = AvailableMemory(),
        };
        facts = WithDisk(facts, known.Engine.Known);
        if (known.Engine.Known is null or { Endpoint: ['u', 'n', 'i', 'x', ':', ..] })
        {
            facts = facts with { Routes = HostRoutes.Read(), Kills = await new KernelKills(runner).ReadAsync(stop).ConfigureAwait(false) };
        }

        facts = facts with { FreeInodes = await FreeInodesAsync(facts.DiskFolder, stop).ConfigureAwait(false) };
        if (known.Tools.Has(out var tools) && Requirements.Lacks(tools, known.Engine.Known))
        {
            facts = facts with
            {
                MayInstall = await new RootCommands(runner).MayAsync(stop).ConfigureAwait(false),
                Offers = await offers.FindAsync(release, stop).ConfigureAwait(false),
            };
        }

        return evidence => evidence with { Machine = Reading.Of(facts) };
    }

    // What is in charge, not what is installed: a container of a distribution has systemd's files and no systemd.
    private static string InitOf()
    {
        if (Directory.Exists("/run/systemd/system"))
        {
            return "systemd";
        }

        var first = Line("/proc/1/comm").Trim();
        return File.Exists("/etc/init.d/docker") && first is "init" or "openrc-init" or "runit" ? "service" : "none";
    }

    private static MachineFacts WithDisk(MachineFacts facts, EngineFacts? engine)
    {
        var folder = engine?.RootFolder is { Length: > 0 } root ? root : "/var/lib/docker";
        var isHere = engine is null || engine.Endpoint.StartsWith("unix:", StringComparison.Ordinal);
        if (!isHere || (engine?.RootFolder.Length > 0 && !Directory.Exists(folder)))
        {
            return facts;
        }

        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        return facts with { DiskFolder = folder, FreeDiskBytes = new DriveInfo(folder).AvailableFreeSpace };
    }

    // "3932160 3518204": how many there are and how many are free; some file systems have no such number and say 0.
    private async Task<long?> FreeInodesAsync(string folder, CancellationToken stop)
    {
        if (folder.Length == 0 || !OperatingSystem.IsLinux())
        {
            return null;
        }

        var end = await runner.RunAsync(new Command("stat", ["-f", "-c", "%c %d", folder]) { Timeout = TimeSpan.FromSeconds(5) }, null, stop).ConfigureAwait(false);
        return end.Done && end.Output.Trim().Split(' ') is [not "0", var free] && long.TryParse(free, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    // "MemAvailable:   23190000 kB"
    private static long? AvailableMemory() =>
        Lines("/proc/meminfo").FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal)) is { } found
        && long.TryParse(found.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture, out var kibibytes)
            ? kibibytes * 1024
            : null;

    private static string Line(string file) => Lines(file).FirstOrDefault("");

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
