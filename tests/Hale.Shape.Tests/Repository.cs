using System.Runtime.CompilerServices;

namespace Hale.Shape.Tests;

/// <summary>The repository on disk: where it is and what lies in it.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "artifacts", "node_modules", ".git", ".hale", "TestResults"];

    public static string Root { get; } = Above(WrittenAt());

    /// <summary>The rooms: the names of the folders in <c>src</c>.</summary>
    public static IReadOnlyList<string> Rooms { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The files under a folder whose names end so, without those that a build makes; paths relative to the root.</summary>
    public static IReadOnlyList<string> Files(string folder, string ending) =>
        [.. Walk(Path.Combine(Root, folder)).Where(path => path.EndsWith(ending, StringComparison.Ordinal)).Select(Relative).Order(StringComparer.Ordinal)];

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    public static bool Has(string relative) => Path.Exists(Path.Combine(Root, relative));

    private static IEnumerable<string> Walk(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Concat(
                Directory.EnumerateDirectories(folder).Where(inner => !Made.Contains(Path.GetFileName(inner))).SelectMany(Walk))
            : [];

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Above(string file)
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Hale.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"'{file}' does not lie in Hale's repository.");
    }

    private static string WrittenAt([CallerFilePath] string file = "") => file;
}
