namespace Hale.Kernel.Faults;

/// <summary>What kind of computer this is and how much room it has.</summary>
public sealed record MachineFacts
{
    /// <summary><c>linux</c>, <c>macos</c> or <c>windows</c>.</summary>
    public required string System { get; init; }

    /// <summary>The <c>ID</c> of <c>/etc/os-release</c>, such as <c>debian</c>; empty where there is none.</summary>
    public string Distribution { get; init; } = "";

    /// <summary>The <c>VERSION_CODENAME</c> of <c>/etc/os-release</c>, such as <c>bookworm</c>.</summary>
    public string Codename { get; init; } = "";

    /// <summary>True inside the Windows Subsystem for Linux.</summary>
    public bool Wsl { get; init; }

    /// <summary>True when this process may do everything.</summary>
    public bool Root { get; init; }

    /// <summary>True when packages may be installed: this process is root, or becomes it with <c>sudo</c> without being asked for a password.</summary>
    public bool MayInstall { get; init; }

    /// <summary>Who starts daemons here: <c>systemd</c>, <c>service</c>, or <c>none</c>.</summary>
    public string Init { get; init; } = "none";

    /// <summary>The package sources that can give Docker here, best first, each with what it offers.</summary>
    public IReadOnlyList<PackageOffer> Offers { get; init; } = [];

    /// <summary>Free bytes where the engine keeps its data; null when that is not on this machine.</summary>
    public long? FreeDiskBytes { get; init; }

    /// <summary>How many files more may be made there; null when that is not on this machine, or the file system does not count them.</summary>
    public long? FreeInodes { get; init; }

    /// <summary>The folder that <see cref="FreeDiskBytes"/> was measured for.</summary>
    public string DiskFolder { get; init; } = "";

    /// <summary>Memory that processes can still take, in bytes.</summary>
    public long? AvailableMemoryBytes { get; init; }

    /// <summary>The IPv4 routes of this machine but for the default one; empty where the engine is elsewhere.</summary>
    public IReadOnlyList<HostRoute> Routes { get; init; } = [];

    /// <summary>The processes that the kernel ended because the whole machine had no memory left, oldest first; empty where its log may not be read.</summary>
    public IReadOnlyList<KernelKill> Kills { get; init; } = [];
}

/// <summary>A route of this machine.</summary>
/// <param name="Device">The network device that it leads through.</param>
/// <param name="Range">The addresses, such as <c>10.0.0.0/8</c>.</param>
public sealed record HostRoute(string Device, string Range);

/// <summary>A process that the kernel ended for memory.</summary>
/// <param name="Process">Its short name.</param>
/// <param name="Group">The control group that it was in, which for a container ends with the container's id.</param>
public sealed record KernelKill(string Process, string Group);

/// <summary>A package source and what it would give.</summary>
/// <param name="Source">The source.</param>
/// <param name="Packages">The package names that make a whole Docker: engine, command line, Compose, buildx.</param>
/// <param name="Compose">The version of Compose it holds.</param>
public sealed record PackageOffer(PackageSource Source, DockerPackages Packages, string Compose);

/// <summary>The names of Docker's parts as packages of one source.</summary>
public sealed record DockerPackages(string Engine, string Cli, string Compose, string Buildx);
