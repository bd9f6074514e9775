using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>The tools of a Node project that watch its files, and the variables by which they can be told to look for themselves.</summary>
internal static class Watcher
{
    private const string Chokidar = "CHOKIDAR_USEPOLLING";
    private const string Watchpack = "WATCHPACK_POLLING";

    // Each reads the variable of the library that it watches with.
    private static readonly (string Package, string Variable)[] Tools =
    [
        ("vite", Chokidar), ("vitest", Chokidar), ("nodemon", Chokidar), ("chokidar", Chokidar), ("ts-node-dev", Chokidar), ("webpack-dev-server", Chokidar), ("react-scripts", Chokidar),
        ("next", Watchpack), ("webpack", Watchpack), ("react-scripts", Watchpack),
    ];

    /// <summary>The variables that let the service's own tools poll and that it does not have yet; none when its tools are not known to read one.</summary>
    public static IEnumerable<string> PollingOf(string service, Evidence evidence)
    {
        var folder = evidence.Node.Known?.Of(service);
        var set = evidence.Model.Known?.Stack?.Find(service)?.EnvironmentNames ?? [];
        return folder is null ? [] : [.. Tools
            .Where(tool => folder.Dependencies.Contains(tool.Package) || folder.DevelopmentDependencies.Contains(tool.Package))
            .Select(tool => tool.Variable)
            .Where(variable => !set.Contains(variable))
            .Distinct()];
    }
}
