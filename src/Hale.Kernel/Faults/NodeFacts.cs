namespace Hale.Kernel.Faults;

/// <summary>The Node projects that the stack is made from.</summary>
public sealed record NodeFacts(IReadOnlyList<NodeFolder> Folders)
{
    /// <summary>The Node project of a service; null when there is none.</summary>
    public NodeFolder? Of(string service) => Folders.FirstOrDefault(folder => folder.Services.Contains(service));
}

/// <summary>A folder with a <c>package.json</c>, and how its lock file stands.</summary>
public sealed record NodeFolder
{
    /// <summary>The folder, relative to the project; <c>.</c> for the project's own.</summary>
    public required string Path { get; init; }

    /// <summary>The services that are built from it or have it mounted.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>What is wrong with <c>package.json</c>; null when it can be read.</summary>
    public string? PackageBroken { get; init; }

    /// <summary>The line of it, counted from 1.</summary>
    public int? PackageBrokenLine { get; init; }

    /// <summary>The range that <c>engines.node</c> asks for; null when it does not.</summary>
    public string? WantsNode { get; init; }

    /// <summary>What <c>packageManager</c> says, such as <c>npm@10.9.0</c>; null when it does not.</summary>
    public string? PackageManager { get; init; }

    /// <summary>The names under <c>dependencies</c> and <c>optionalDependencies</c>.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>The names under <c>devDependencies</c>.</summary>
    public IReadOnlyList<string> DevelopmentDependencies { get; init; } = [];

    /// <summary>The names under <c>scripts</c>.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Those of the scripts that start Vite's development server.</summary>
    public IReadOnlyList<ViteScript> ViteScripts { get; init; } = [];

    /// <summary>How <c>package-lock.json</c> stands.</summary>
    public NpmLockState Lock { get; init; }

    /// <summary>The line with the first merge marker, or where the lock stops being JSON; counted from 1.</summary>
    public int? LockLine { get; init; }

    public int? LockVersion { get; init; }

    /// <summary>What <c>package.json</c> (or that of a workspace) wants and the lock does not have, such as <c>is-odd@^3.0.0</c>.</summary>
    public IReadOnlyList<string> NotInLock { get; init; } = [];

    /// <summary>Lock files of other package managers that are there, such as <c>yarn.lock</c>.</summary>
    public IReadOnlyList<string> OtherLocks { get; init; } = [];

    /// <summary>True when <c>node_modules</c> is there on this machine.</summary>
    public bool Installed { get; init; }

    /// <summary>True when a rule of <c>.dockerignore</c> names <c>node_modules</c>.</summary>
    public bool IgnoresModules { get; init; }

    /// <summary>The folder's file, relative to the project.</summary>
    public string File(string name) => Path == "." ? name : $"{Path}/{name}";
}

/// <summary>A script of <c>package.json</c> that starts Vite's development server.</summary>
/// <param name="Name">Its name, such as <c>dev</c>.</param>
/// <param name="Line">Its line, counted from 1.</param>
/// <param name="TakesArguments">True when Vite comes last in it, so that what is added to the script reaches Vite.</param>
public sealed record ViteScript(string Name, int Line, bool TakesArguments);

/// <summary>How a lock file stands.</summary>
public enum NpmLockState
{
    Missing,
    Empty,

    /// <summary>It holds the markers of a merge that was not finished.</summary>
    Unmerged,

    /// <summary>It is no JSON, often since it was cut off.</summary>
    Broken,
    Whole,
}
