using System.Runtime.CompilerServices;

namespace Hale.EndToEnd.Tests.Harness;

/// <summary>Where the repository and the program under test are.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(WrittenAt())!, "..", "..", ".."));

    /// <summary>The published program that every test runs.</summary>
    public static string Hale =>
        Environment.GetEnvironmentVariable("HALE_UNDER_TEST") is { Length: > 0 } program && File.Exists(program)
            ? Path.GetFullPath(program)
            : throw new InvalidOperationException("HALE_UNDER_TEST has to name the published hale; 'bash scripts/test.sh' publishes one and sets it.");

    /// <summary>True when nobody else uses the engine, so that all of it may be compared.</summary>
    public static bool IsAlone { get; } = Environment.GetEnvironmentVariable("HALE_TEST_ALONE") == "1";

    /// <summary>Copies a folder of the repository, without what runs and builds leave in it.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(file => Path.GetFileName(file) != ".env"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) is not (".hale" or "node_modules" or "dist")))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static string WrittenAt([CallerFilePath] string file = "") => file;
}
