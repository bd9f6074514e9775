namespace Hale.Kernel.Faults;

/// <summary>What lies on this machine where the stack's services mount its files and folders.</summary>
public sealed record MountFacts(IReadOnlyList<HostMount> Mounts)
{
    /// <summary>True when SELinux is in force on this machine.</summary>
    public bool Selinux { get; init; }

    /// <summary>The mount of a service that covers a path in its container: the deepest one; null when none does.</summary>
    public HostMount? Covering(string service, string path) => Mounts
        .Where(mount => mount.Service == service && Covers(mount.Target, path))
        .MaxBy(mount => mount.Target.Length);

    /// <summary>True when a path in a container is a mount's target or lies below it.</summary>
    public static bool Covers(string target, string path) =>
        path == target || path.StartsWith(target.TrimEnd('/') + "/", StringComparison.Ordinal);
}

/// <summary>A file or folder of this machine that a service mounts.</summary>
public sealed record HostMount
{
    public required string Service { get; init; }

    /// <summary>Its path on this machine.</summary>
    public required string Source { get; init; }

    /// <summary>The same relative to the project; null when it lies outside.</summary>
    public string? InProject { get; init; }

    /// <summary>Where it is in the container.</summary>
    public required string Target { get; init; }

    public bool ReadOnly { get; init; }

    public bool Exists { get; init; }

    public bool IsFolder { get; init; }

    /// <summary>For a folder: the kind of file system there, as the system names it, such as <c>ext4</c> or <c>fuse</c>; null when it was not told.</summary>
    public string? FileSystem { get; init; }

    /// <summary>For a folder: the free bytes there; null when they were not told.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>For a folder: the names of what it holds, at most 50; null when it may not be read.</summary>
    public IReadOnlyList<string>? Holds { get; init; }

    /// <summary>A file beside it that looks like its template, relative to the project; null when there is none.</summary>
    public string? Template { get; init; }
}
