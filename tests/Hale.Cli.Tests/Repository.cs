using System.Runtime.CompilerServices;

namespace Hale.Cli.Tests;

/// <summary>Where the repository lies.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(WrittenAt());

    public static string PathOf(string relative) => Path.Combine(Root, relative);

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
