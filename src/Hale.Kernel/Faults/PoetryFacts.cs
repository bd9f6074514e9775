namespace Hale.Kernel.Faults;

/// <summary>The Python projects that Poetry keeps: in the project's folder, and where images are built from.</summary>
/// <param name="Projects">One for each folder with a <c>pyproject.toml</c> of Poetry's.</param>
public sealed record PoetryFacts(IReadOnlyList<PoetryProject> Projects)
{
    /// <summary>The version of this machine's own Poetry; null when there is none.</summary>
    public string? HostVersion { get; init; }
}

/// <summary>A project of Poetry's.</summary>
public sealed record PoetryProject
{
    /// <summary>Relative to the Compose project; <c>.</c> for its own folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What is wrong with <c>pyproject.toml</c>; null when it can be read.</summary>
    public BrokenToml? Pyproject { get; init; }

    /// <summary>The versions of Python that it allows, as written; null when it does not say.</summary>
    public string? Python { get; init; }

    /// <summary>False where only the dependencies are to be installed, and no package of the project's own.</summary>
    public bool PackageMode { get; init; } = true;

    public LockState Lock { get; init; }

    /// <summary>Where <c>poetry.lock</c> cannot be read; null when it can.</summary>
    public BrokenToml? BrokenLock { get; init; }

    /// <summary>The lock's own format, such as <c>2.1</c>.</summary>
    public string? LockVersion { get; init; }

    /// <summary>The Poetry that wrote the lock, such as <c>2.1.2</c>; null when it does not say.</summary>
    public string? LockedBy { get; init; }

    /// <summary>The hash of <c>pyproject.toml</c> as the lock has it.</summary>
    public string? HashInLock { get; init; }

    /// <summary>The hash that Poetry would compute now; null when that cannot be told here.</summary>
    public string? HashNow { get; init; }

    /// <summary>True when the last commit holds a <c>poetry.lock</c> that can be read, and this one cannot.</summary>
    public bool WholeInGit { get; init; }

    /// <summary>True when <c>pyproject.toml</c> says <c>[project]</c> and has no <c>[tool.poetry]</c> with a name: Poetry before 2 does not read it.</summary>
    public bool OnlyStandard { get; init; }

    /// <summary>The folders of dependencies by path, relative to <see cref="Folder"/>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Those of <see cref="Paths"/> that are not there.</summary>
    public IReadOnlyList<string> MissingPaths { get; init; } = [];

    /// <summary>The dependency groups that <c>pyproject.toml</c> has.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The service that is built from the folder by a Dockerfile that runs Poetry; null when there is none.</summary>
    public string? Service { get; init; }

    /// <summary>True when that Dockerfile copies <c>poetry.lock</c> by its name, and so fails without one.</summary>
    public bool LockIsCopied { get; init; }

    /// <summary>The service that mounts the folder; null when there is none.</summary>
    public string? MountedBy { get; init; }

    /// <summary>True when the stack may run without what is asked of Poetry here.</summary>
    public bool IsAside => Service is null && MountedBy is null;

    /// <summary>True when an environment lies in the folder, <c>.venv</c>, and no <c>.dockerignore</c> keeps it out of the build.</summary>
    public bool VenvEntersBuild { get; init; }

    /// <summary>Where the interpreter of the environment in the project leads, when nothing is there; null when it is fine or there is no environment.</summary>
    public string? VenvLeadsTo { get; init; }

    /// <summary>A file of the project in <see cref="Folder"/>, relative to the Compose project.</summary>
    public string PathOf(string file) => Folder == "." ? file : $"{Folder}/{file}";
}

/// <summary>A TOML file that cannot be read.</summary>
/// <param name="Line">The line at which reading stops, counted from 1.</param>
/// <param name="MergeMarks">True when that is the mark of a merge.</param>
public sealed record BrokenToml(int Line, bool MergeMarks);

/// <summary>How a <c>poetry.lock</c> is.</summary>
public enum LockState
{
    Missing,
    Empty,
    Broken,
    Whole,
}
